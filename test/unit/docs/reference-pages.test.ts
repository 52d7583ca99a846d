import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ERROR_PAGE_PATH, formatErrorPage } from '../../../scripts/write-error-page.ts';
import { SETTING_ROWS } from '../../../src/config/settings.ts';
import { ACTIVITY_STAGES } from '../../../src/contract/activity-stages.ts';
import { ERROR_CODES, type ErrorCodeRow } from '../../../src/contract/error-codes.ts';
import { LAYOUT_FAMILIES, outlineSchema, outlineSlideSchema } from '../../../src/contract/schemas/outline.ts';
import { slideScriptSchema } from '../../../src/contract/schemas/slide-script.ts';
import { STAGES, stageLabel } from '../../../src/contract/stages.ts';
import { ACTIVITY_PLACEMENT, PROFILES } from '../../../src/workflows/activity-profiles.ts';
import { ROOT, readPage } from './read-page.ts';

describe('errors.md', () => {
  test('is what the table of error codes says; `npx node scripts/write-error-page.ts` writes it anew', () => {
    expect(readFileSync(ERROR_PAGE_PATH, 'utf8')).toBe(formatErrorPage(ERROR_CODES));
  });

  test('keeps a bar in a hint from opening another column', () => {
    const row: ErrorCodeRow = { retryable: true, httpStatus: 500, exitCode: 1, stages: ['speech'], hint: 'Take a|b.' };
    expect(formatErrorPage({ ODD: row })).toContain('| `ODD` | 8 Synthesize Audio | yes | 1 | Take a\\|b. |');
  });
});

describe('the table of error codes', () => {
  const rows = Object.entries<ErrorCodeRow>(ERROR_CODES);
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && path !== join('contract', 'error-codes.ts'))
    .map((path) => readFileSync(join(ROOT, 'src', path), 'utf8'));

  test.each(rows)('gives %s a hint of one sentence', (_code, { hint }) => {
    expect(hint).toMatch(/^[A-Z](?:(?![.!?] [A-Z]).)*\.$/);
  });

  test.each(rows)('has a use for %s, so that no page explains what cannot happen', (code) => {
    expect(sources.some((source) => source.includes(`'${code}'`))).toBe(true);
  });

  test.each(rows)('says where %s arises, each place once', (_code, { stages }) => {
    if (stages === 'any') return;
    expect(stages.length).toBeGreaterThan(0);
    expect(new Set(stages).size).toBe(stages.length);
  });

  test('has only commands as place for what only commands meet, so that no step is tried again for it', () => {
    const ofCommands = rows.filter(
      ([, { stages }]) => stages !== 'any' && stages.every((place) => place === 'command'),
    );
    const activities = readdirSync(join(ROOT, 'src/activities'))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(ROOT, 'src/activities', name), 'utf8'));
    expect(ofCommands.length).toBeGreaterThan(0);
    for (const [code] of ofCommands) {
      expect(
        activities.some((source) => source.includes(`'${code}'`)),
        code,
      ).toBe(false);
    }
  });
});

describe('stages.md', () => {
  const page = readPage('docs/reference/stages.md');
  const names = Object.keys(ACTIVITY_STAGES);

  test('has one row for each step, and no other', () => {
    const listed = [...page.matchAll(/^\| [^|]+ \| `(\w+)` \| (?:run|slide) \|/gm)].map(([, name]) => name);
    expect(listed).toEqual(names);
  });

  test.each(names.filter((name) => name in ACTIVITY_PLACEMENT))('places %s as the workflow does', (name) => {
    const [, stage, queue, limits, priority] =
      new RegExp(`^\\| ([^|]+) \\| \`${name}\` \\| \\w+ \\| \`(\\w+)\` \\| \`(\\w+)\` \\| (\\d) \\|`, 'm').exec(page) ??
      [];
    const placement = Object.entries(ACTIVITY_PLACEMENT).find(([key]) => key === name)?.[1];
    const stageOfStep = Object.entries(ACTIVITY_STAGES).find(([key]) => key === name)?.[1] ?? 'prepare';
    expect({ stage, queue, limits, priority: Number(priority) }).toEqual({
      stage: stageLabel(stageOfStep),
      queue: placement?.role,
      limits: placement?.profile,
      priority: placement?.priority,
    });
  });

  test.each(Object.entries(PROFILES))(
    'gives the limits of %s in seconds or minutes, and its attempts',
    (name, limits) => {
      const seconds = limits.startToCloseTimeoutMs / 1_000;
      const duration = seconds < 60 ? `${seconds} s` : `${seconds / 60} min`;
      expect(page).toContain(`| \`${name}\` | ${duration} | ${limits.maximumAttempts} |`);
    },
  );
});

describe('files.md', () => {
  const page = readPage('docs/reference/files.md');
  const sectionOf = (file: string): string => page.split(`\n## ${file}\n`)[1]?.split('\n## ')[0] ?? '';

  test.each([
    ['outline.json', [...Object.keys(outlineSchema.shape), ...Object.keys(outlineSlideSchema.shape)]],
    ['script.json', Object.keys(slideScriptSchema.shape)],
  ])('names each field of %s', (file, fields) => {
    const listed = new Set([...sectionOf(file).matchAll(/(?<=^|[\s,{])(\w+):/gm)].map(([, name]) => name));
    expect(fields.filter((field) => !listed.has(field))).toEqual([]);
  });

  test('names each layout', () => {
    const layouts = /layout: ('.*'),$/m.exec(sectionOf('outline.json'))?.[1] ?? '';
    expect(layouts.split(' | ').map((name) => name.slice(1, -1))).toEqual(LAYOUT_FAMILIES);
  });
});

describe('README.md', () => {
  const page = readPage('README.md');

  test.each(Object.entries(SETTING_ROWS))('explains the setting %s in the words of `lectra doctor`', (key, row) => {
    expect(page).toMatch(new RegExp(`^\\| \`${row.variable}\` \\| \`${key}\` \\| [^|]+ \\| ${row.purpose} \\|$`, 'm'));
  });

  test('has a row for each command, which are one file each', () => {
    const files = readdirSync(join(ROOT, 'src/cli')).flatMap((name) => /^(\w+)-command\.ts$/.exec(name)?.[1] ?? []);
    const [, table = ''] = page.split('| command | what it does |');
    const listed = [...table.matchAll(/^\| `([a-z]+)/gm)].map(([, name]) => name);
    expect(listed.slice(0, files.length).sort()).toEqual(files.sort());
  });

  test('lists the stages in their order', () => {
    const listed = [...page.matchAll(/^\| (?:–|(\d+)) \| ([A-Z][\w ]+) \|/gm)].map(([, number, name]) => ({
      number: number === undefined ? null : Number(number),
      name,
    }));
    expect(listed).toEqual(Object.values(STAGES));
  });
});
