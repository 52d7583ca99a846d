import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ERROR_CODES, type ErrorCodeRow } from '../src/contract/error-codes.ts';
import { stageLabel } from '../src/contract/stages.ts';

/** Where the page lies that is made from the table of error codes. */
export const ERROR_PAGE_PATH = fileURLToPath(new URL('../docs/reference/errors.md', import.meta.url));

/** Returns the page that lists every error code, from the table itself: a new code needs no second place. */
export function formatErrorPage(codes: Readonly<Record<string, ErrorCodeRow>>): string {
  const rows = Object.entries(codes).map(
    ([code, { stages, retryable, exitCode, hint }]) =>
      `| \`${code}\` | ${formatStages(stages)} | ${retryable ? 'yes' : 'no'} | ${exitCode} | ${hint.replaceAll('|', '\\|')} |`,
  );
  return [
    '# Error codes',
    '',
    'Made from `src/contract/error-codes.ts` by `npx node scripts/write-error-page.ts`; do not edit it by hand.',
    '',
    'A failed run names one code. `lectra generate --json` and `lectra status --json` give it as `code`; in the Temporal Web UI it is',
    'the type of the failure. "Where" names the stages in which it can arise; "commands" are what happens outside a run. "Tried again"',
    'says whether Temporal repeats the step by itself before the run fails; a service that says how long to wait is given that time.',
    '',
    '| code | where | tried again | exit code | what to do |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    'Exit codes of `lectra`: 0 done, 1 failed, 2 wrong usage, 130 cancelled.',
    '',
  ].join('\n');
}

function formatStages(stages: ErrorCodeRow['stages']): string {
  if (stages === 'any') return 'anywhere';
  return stages.map((stage) => (stage === 'command' ? 'commands' : stageLabel(stage))).join(', ');
}

if (import.meta.main) writeFileSync(ERROR_PAGE_PATH, formatErrorPage(ERROR_CODES));
