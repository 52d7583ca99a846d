import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const ROOT = resolve(import.meta.dirname, '../..');

/** One tree that breaks every rule: the file that breaks it, and what it imports. */
const BREACHES: readonly { readonly rule: string; readonly file: string; readonly imports: string }[] = [
  { rule: 'pure-floor-imports-nothing-above', file: 'src/deck/a.ts', imports: '../platform/target.ts' },
  { rule: 'capabilities-import-nothing-above', file: 'src/video/a.ts', imports: '../jobs/target.ts' },
  { rule: 'orchestration-imports-nothing-above', file: 'src/jobs/a.ts', imports: '../cli/target.ts' },
  { rule: 'capabilities-are-strangers', file: 'src/pptx/a.ts', imports: '../frames/target.ts' },
  { rule: 'workflows-see-only-contract', file: 'src/workflows/a.ts', imports: '../shared/target.ts' },
  {
    rule: 'workflows-take-schemas-as-types-only',
    file: 'src/workflows/b.ts',
    imports: '../contract/schemas/target.ts',
  },
  { rule: 'activities-see-pure-and-capabilities', file: 'src/activities/a.ts', imports: '../temporal/target.ts' },
  { rule: 'workflows-have-no-node-built-ins', file: 'src/workflows/c.ts', imports: 'node:fs' },
  { rule: 'pure-floor-has-no-node-built-ins', file: 'src/narration/a.ts', imports: 'node:path' },
  { rule: 'lower-floors-know-no-temporal', file: 'src/speech/a.ts', imports: '@temporalio/common' },
  { rule: 'only-entries-read-config', file: 'src/jobs/b.ts', imports: '../config/target.ts' },
  { rule: 'sub-folders-are-private', file: 'src/activities/b.ts', imports: '../speech/engines/target.ts' },
  { rule: 'not-to-test', file: 'src/cli/a.ts', imports: '../../test/target.ts' },
  { rule: 'no-development-packages', file: 'src/cli/b.ts', imports: 'vitest' },
  { rule: 'not-to-unresolvable', file: 'src/cli/c.ts', imports: './absent.ts' },
  { rule: 'no-circular', file: 'src/report/a.ts', imports: './b.ts' },
];

const violationSchema = z.object({ from: z.string(), rule: z.object({ name: z.string() }) });
const outputSchema = z.object({ summary: z.object({ violations: z.array(violationSchema) }) });

function cruise(folder: string): { from: string; rule: string }[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/.bin/depcruise'),
      '--config',
      join(ROOT, '.dependency-cruiser.cjs'),
      '--output-type',
      'json',
      'src',
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (stdout === '') throw new Error(stderr);
  return outputSchema.parse(JSON.parse(stdout)).summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }));
}

describe('the floors', () => {
  let folder = '';
  let found: { from: string; rule: string }[] = [];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lectra-floors-'));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    for (const name of ['package.json', 'tsconfig.json']) symlinkSync(join(ROOT, name), join(folder, name));
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    for (const { file, imports } of BREACHES) {
      write(file, `import { value } from '${imports}';\nexport const copy = value;\n`);
      if (imports.endsWith('target.ts')) write(join(dirname(file), imports), 'export const value = 1;\n');
    }
    write('src/report/b.ts', `export { copy as value } from './a.ts';\n`);
    found = cruise(folder);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(BREACHES)('a breach of $rule in $file is noticed', ({ rule, file }) => {
    expect(found).toContainEqual({ from: file, rule });
  });

  test('the tree as it stands breaks none of them', () => {
    expect(cruise(ROOT)).toEqual([]);
  });
});
