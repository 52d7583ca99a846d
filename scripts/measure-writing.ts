import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { findTestCli } from '../test/integration/temporal/find-test-cli.ts';
import { type MeasuredWriting, measureWriting } from '../test/pace/measure-writing.ts';

// Measures how fast a lecture of ten slides is written, over a model server at the speed of a desktop GPU:
// node scripts/measure-writing.ts [--runs 10]
// (a) from the outline's end until all script calls are at the server, (b) connections, (c) outline, scripts and tags
// against what their tokens alone cost: the outline alone, then every slide in a slot of its own, script and tags one after
// the other; each call reads its whole prompt at the prefill rate (9,000 tokens/s) and writes at min(150, 800 / streams)
// tokens/s. Tokens, rates and times are the server's. Also what all script prompts begin with. Exit code 1 when a limit is missed.

const SLIDES = 10;
/** Version, list of models, load, and one to spare. */
const CONTROL_CALLS = 4;
const MOST_FAN_OUT_MS = 400;
const MOST_RATIO = 1.25;
const MOST_PREFIX_CHARS = 4_800;

const { values } = parseArgs({ options: { runs: { type: 'string', default: '10' } } });
const cli = await findTestCli();
if (cli === null) throw new Error('There is no Temporal CLI yet; run `npx lectra temporal --version` once before.');

const writeLine = (line: string) => void process.stdout.write(`${line}\n`);
const [load = 0] = loadavg();
writeLine(`${availableParallelism()} cores, load before the start ${load.toFixed(1)}`);
const measured = await measureWriting({ cli, runs: Number(values.runs), slides: SLIDES }, (one) =>
  writeLine(formatMeasured(one)),
);

const checks = [
  {
    what: 'fan-out, median',
    value: median(measured.map(({ fanOutMs }) => fanOutMs)),
    most: MOST_FAN_OUT_MS,
    unit: ' ms',
  },
  {
    what: 'connections, most',
    value: Math.max(...measured.map(({ connections }) => connections)),
    most: SLIDES + CONTROL_CALLS,
    unit: '',
  },
  {
    what: 'shared prefix, longest',
    value: Math.max(...measured.map(({ sharedPrefixChars }) => sharedPrefixChars)),
    most: MOST_PREFIX_CHARS,
    unit: ' characters',
  },
  { what: 'times what the tokens cost, median', value: median(measured.map(ratioOf)), most: MOST_RATIO, unit: '' },
];
for (const { most, unit, value, what } of checks) {
  const isKept = value <= most;
  writeLine(`${isKept ? 'OK ' : 'NOT'} ${what}: ${Number(value.toFixed(2))}${unit} (at most ${most}${unit})`);
  if (!isKept) process.exitCode = 1;
}

function ratioOf({ idealMs, writingMs }: MeasuredWriting): number {
  return writingMs / idealMs;
}

function formatMeasured(one: MeasuredWriting): string {
  const { connections, fanOutMs, idealMs, tokens, writingMs } = one;
  const calls = tokens.slides.flatMap(({ script }) => script);
  const meanOf = (counts: readonly number[]) =>
    Math.round(counts.reduce((sum, count) => sum + count, 0) / counts.length);
  return [
    `fan-out ${fanOutMs.toFixed(0)} ms`,
    `${connections} connections`,
    `written in ${(writingMs / 1_000).toFixed(2)} s, tokens alone ${(idealMs / 1_000).toFixed(2)} s: ${ratioOf(one).toFixed(2)}`,
    `outline ${tokens.outline.promptTokens} + ${tokens.outline.answerTokens} tokens`,
    `scripts ${meanOf(calls.map(({ promptTokens }) => promptTokens))} + ${meanOf(calls.map(({ answerTokens }) => answerTokens))}`,
    `tags ${meanOf(tokens.slides.map(({ tags }) => tags.promptTokens))} + ${meanOf(tokens.slides.map(({ tags }) => tags.answerTokens))}`,
  ].join(', ');
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}
