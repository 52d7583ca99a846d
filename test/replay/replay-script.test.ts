import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../scripts/replay.ts', import.meta.url));
const HISTORIES = fileURLToPath(new URL('../fixtures/histories/generate-presentation/', import.meta.url));
const ALTERED = fileURLToPath(new URL('../fixtures/altered-workflows/', import.meta.url));

interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface RecordedEvent {
  readonly eventId: string;
  readonly eventType: string;
  readonly activityTaskScheduledEventAttributes?: { readonly activityType: { readonly name: string } };
}

describe('scripts/replay.ts', () => {
  let folder: string;
  let events: readonly RecordedEvent[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectra-replay-'));
    const recorded: { readonly events: readonly RecordedEvent[] } = JSON.parse(
      await readFile(join(HISTORIES, 'completed.json'), 'utf8'),
    );
    events = recorded.events;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const replay = (...words: readonly string[]): Promise<Outcome> =>
    new Promise((done) => {
      const env = { PATH: process.env.PATH, HOME: folder, LECTRA_DATA_DIR: join(folder, 'no-data') };
      execFile(process.execPath, [SCRIPT, ...words], { env, cwd: folder }, (error, stdout, stderr) =>
        done({ exitCode: error ? Number(error.code) : 0, stdout, stderr }),
      );
    });
  const replayText = async (text: string): Promise<Outcome> => {
    const path = join(folder, 'history.json');
    await writeFile(path, text);
    return replay(path);
  };
  const replayEvents = (changed: readonly unknown[]) => replayText(JSON.stringify({ events: changed }));

  test('says that a recorded run fits, with its size', async () => {
    const { exitCode, stderr, stdout } = await replay(join(HISTORIES, 'completed.json'));
    expect(stderr).toBe('');
    expect(stdout).toMatch(/completed\.json \(\d+ events, \d+ steps\) fits today's workflow code\.\n$/);
    expect(exitCode).toBe(0);
  });

  test('takes a run that is still open, whose history ends in the middle', async () => {
    const lastTask = events.findLastIndex((event) => event.eventType === 'EVENT_TYPE_WORKFLOW_TASK_STARTED');
    const { exitCode, stdout } = await replayEvents(events.slice(0, lastTask + 1));
    expect(stdout).toContain('fits');
    expect(exitCode).toBe(0);
  });

  test('takes the spelling of the Web UI, which writes kinds of events in one word', async () => {
    const toPascal = (type: string) =>
      type
        .replace('EVENT_TYPE_', '')
        .toLowerCase()
        .replaceAll(/(?:^|_)([a-z])/g, (_all, letter: string) => letter.toUpperCase());
    const { exitCode } = await replayEvents(
      events.map((event) => ({ ...event, eventType: toPascal(event.eventType) })),
    );
    expect(exitCode).toBe(0);
  });

  test('names the first event that differs: what history has, what the code wants, what to do', async () => {
    const { exitCode, stdout } = await replay(
      join(HISTORIES, 'completed.json'),
      '--workflows',
      join(ALTERED, 'with-an-extra-step.ts'),
    );
    expect(exitCode).toBe(1);
    expect(stdout).toContain("does not fit today's workflow code.");
    expect(stdout).toMatch(/^ {2}event {5}5$/m);
    expect(stdout).toMatch(/^ {2}history {3}prepareRun, id prepareRun, "Prepare"$/m);
    expect(stdout).toMatch(/^ {2}code {6}probePictures, id 1$/m);
    expect(stdout).toMatch(/^ {2}Temporal {2}.*Nondeterminism error/m);
    expect(stdout).toContain('docs/how-to/change-the-workflow.md');
    expect(stdout).toContain('--type FirstWorkflowTask');
  });

  test('names stage and slide of a step that moved, also where the SDK does not look', async () => {
    // Without the flags of the SDK that wrote it, core checks neither kind nor id of a step.
    const unflagged = JSON.parse(
      JSON.stringify(events)
        .replaceAll(/"sdkMetadata":\{[^{}]*\},?/g, '')
        .replaceAll('"speakSlide-2"', '"speakSlide-9"')
        .replaceAll(/,\}/g, '}'),
    );
    const { exitCode, stdout } = await replayEvents(unflagged);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^ {2}history {3}speakSlide, id speakSlide-9, "8 Synthesize Audio · slide 2"$/m);
    expect(stdout).toMatch(/^ {2}code {6}speakSlide, id speakSlide-2, "8 Synthesize Audio · slide 2"$/m);
  });

  test.each([
    ['an empty file', () => '', /is not JSON, or cut off/],
    ['a file that is cut off', () => JSON.stringify({ events }).slice(0, 5_000), /is not JSON, or cut off/],
    ['some other JSON', () => '{"name":"lectra"}', /holds no list of events/],
    ['a history of nothing', () => '{"events":[]}', /holds no event/],
    [
      'the second half of a history',
      () => JSON.stringify({ events: events.slice(20) }),
      /does not begin with the start/,
    ],
    [
      'a gap',
      () => JSON.stringify({ events: events.filter((_event, index) => index !== 9) }),
      /event 10 is missing, there stands 11/,
    ],
    [
      'events in another order, on which the SDK would hang',
      () => {
        const swapped = events.map((event) => ({ ...event }));
        const [started, completed] = [swapped[5], swapped[6]];
        if (!started || !completed) throw new Error('The recording is too short.');
        swapped[5] = { ...completed, eventId: '6' };
        swapped[6] = { ...started, eventId: '7' };
        return JSON.stringify({ events: swapped });
      },
      /event 7 belongs to a step that was not scheduled or is over/,
    ],
    [
      'a kind of event of a newer Temporal',
      () => JSON.stringify({ events }).replace('EVENT_TYPE_ACTIVITY_TASK_SCHEDULED', 'EVENT_TYPE_ROCKET_LAUNCHED'),
      /does not know the kind of event 5.*newer Temporal/,
    ],
    [
      'content of a newer Temporal',
      () => JSON.stringify({ events }).replace('"activityTaskScheduledEventAttributes"', '"rocketEventAttributes"'),
      /does not know the kind of event 5.*newer Temporal/,
    ],
    [
      'a step of a newer Lectra',
      () => JSON.stringify({ events }).replace('"name":"buildDeck"', '"name":"drawMoustache"'),
      /has the step "drawMoustache" \(event \d+\), which this version of Lectra does not know/,
    ],
    [
      'another workflow',
      () => JSON.stringify({ events }).replace('"name":"generatePresentation"', '"name":"payInvoice"'),
      /is a history of the workflow "payInvoice"/,
    ],
  ])('refuses %s in one sentence with the way out', async (_what, text, sentence) => {
    const { exitCode, stderr, stdout } = await replayText(text());
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });

  test('says how it is used, and names a file or a run that is not there', async () => {
    expect(await replay()).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/^Usage: /) });
    expect(await replay('--wrong')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Usage: ') });
    expect(await replay('no-such.json')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('There is no file'),
    });
    expect(await replay('water')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/^No run is named "water"/),
    });
  });
});
