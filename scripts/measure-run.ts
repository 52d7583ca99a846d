import { availableParallelism, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createLectraHome } from '../test/e2e/lectra-home.ts';
import { type Result, resultOf } from '../test/e2e/result-of.ts';
import { type MemoryPeak, watchMemory } from '../test/e2e/watch-memory.ts';
import { findTestCli } from '../test/integration/temporal/find-test-cli.ts';

// Measures one run from a cold host and an empty data folder: node scripts/measure-run.ts [document] [--json]

interface Measurement {
  readonly result: Result;
  /** From the start of the command to its end, host and Temporal included. */
  readonly wallMs: number;
  readonly memory: MemoryPeak | null;
  /** Processes that wanted to run in the last minute before the start: much more than none makes the times too long. */
  readonly loadBefore: number;
}

const PROCESS_NAMES = [
  [/lectra\.mjs/, 'command'],
  [/host-main/, 'host'],
  [/server start-dev/, 'Temporal'],
  [/espeak-process/, 'speech'],
  [/ffmpeg/, 'ffmpeg'],
] as const;

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const documentPath = resolve(positionals[0] ?? 'samples/water-cycle.md');
const measured = await measureRun(documentPath);
process.stdout.write(values.json ? `${JSON.stringify(toJson(measured))}\n` : formatMeasurement(measured));

async function measureRun(path: string): Promise<Measurement> {
  const cli = await findTestCli();
  if (cli === null) throw new Error('There is no Temporal CLI yet; run `npx lectra temporal --version` once before.');
  await using home = await createLectraHome(cli);
  const watching = new AbortController();
  const [loadBefore = 0] = loadavg();
  const memory = process.platform === 'linux' ? watchMemory(home.dataDir, watching.signal) : null;
  const startMs = performance.now();
  const outcome = await home.run(['generate', path, '--json']);
  const wallMs = performance.now() - startMs;
  watching.abort();
  return { result: resultOf(outcome), wallMs, memory: await memory, loadBefore };
}

function formatMeasurement({ loadBefore, memory, result, wallMs }: Measurement): string {
  const workSec = result.stages.reduce((sum, stage) => sum + stage.work_seconds, 0);
  const rows = result.stages.map(({ name, number, seconds, work_seconds: stageWorkSec }) =>
    [
      `${String(number ?? '').padStart(2)}  ${name}`.padEnd(26),
      `${seconds.toFixed(2)} s`.padStart(10),
      `${stageWorkSec.toFixed(2)} s`.padStart(10),
      `${((stageWorkSec / workSec) * 100).toFixed(1)} %`.padStart(8),
    ].join(''),
  );
  return [
    `${result.presentation_title}: ${result.slide_count} slides, ${result.duration_sec.toFixed(1)} s of video`,
    `${availableParallelism()} cores, load before the start ${loadBefore.toFixed(1)}`,
    '',
    `${'    Stage'.padEnd(26)}${'Wall'.padStart(10)}${'Work'.padStart(10)}${'Share'.padStart(8)}`,
    ...rows,
    '',
    `Wall time    ${(wallMs / 1000).toFixed(1)} s, of which the run itself ${result.total_seconds.toFixed(1)} s`,
    ...formatMemory(memory),
    '',
  ].join('\n');
}

function formatMemory(memory: MemoryPeak | null): readonly string[] {
  if (memory === null) return ['Peak memory  not measured: only Linux tells the PSS of a process'];
  return [
    `Peak memory  ${toMegabytes(memory.totalBytes)} MB (PSS of all processes, ${memory.looks} looks), after ${(memory.atMs / 1000).toFixed(1)} s:`,
    ...memory.processes.map(
      ({ command, pssBytes }) => `  ${String(toMegabytes(pssBytes)).padStart(5)} MB  ${nameOf(command)}`,
    ),
  ];
}

function toJson({ loadBefore, memory, result, wallMs }: Measurement) {
  return {
    slide_count: result.slide_count,
    video_seconds: result.duration_sec,
    cores: availableParallelism(),
    load_before: loadBefore,
    wall_seconds: Math.round(wallMs) / 1000,
    run_seconds: result.total_seconds,
    stages: result.stages,
    peak_memory_bytes: memory?.totalBytes ?? null,
    peak_processes:
      memory?.processes.map(({ command, pssBytes }) => ({ name: nameOf(command), pss_bytes: pssBytes })) ?? null,
  };
}

function nameOf(command: string): string {
  return PROCESS_NAMES.find(([pattern]) => pattern.test(command))?.[1] ?? command.slice(0, 60);
}

/** Millions of bytes, as the limit is stated. */
function toMegabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}
