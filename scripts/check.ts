import { spawnSync } from 'node:child_process';
import { checkDocblocks } from './check-docblocks.ts';

/** The static checks, cheapest first. All of them run, so that one call shows everything that is wrong. */
const CHECKS: readonly { readonly name: string; readonly command: readonly string[] }[] = [
  { name: 'types', command: ['tsc'] },
  { name: 'format and lint', command: ['biome', 'check', '.'] },
  {
    name: 'floors',
    command: ['depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'src', 'scripts'],
  },
  { name: 'unused files, exports and packages', command: ['knip'] },
  { name: 'the fence notices a breach', command: ['vitest', 'run', '--project', 'architecture'] },
];

const failed: string[] = [];
for (const { name, command } of CHECKS) {
  const [program = '', ...args] = command;
  const { status } = spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) failed.push(name);
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name}`);
}

const findings = checkDocblocks('src');
for (const finding of findings) console.log(finding);
console.log(`${findings.length === 0 ? 'ok  ' : 'FAIL'} doc blocks, names and environment reads`);
if (findings.length > 0) failed.push('doc blocks');

if (failed.length > 0) {
  console.error(`npm run check: ${failed.join(', ')} failed`);
  process.exit(1);
}
