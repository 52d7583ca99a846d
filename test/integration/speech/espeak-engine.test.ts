import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { listSpokenWords } from '../../../src/narration/list-spoken-words.ts';
import { EspeakEngine } from '../../../src/speech/engines/espeak-engine.ts';
import { type EspeakPackage, findEspeakPackage } from '../../../src/speech/engines/find-espeak-package.ts';
import { ProcessDialogue } from '../../../src/speech/engines/process-dialogue.ts';
import { speakSlide } from '../../../src/speech/speak-slide.ts';

const installed = findEspeakPackage();
const started: ChildProcess[] = [];

/** The engine's own way to start, with each process kept in sight. */
function start({ moduleUrl, dataPath }: EspeakPackage): ChildProcess {
  const entry = fileURLToPath(new URL('../../../src/speech/engines/espeak-process.ts', import.meta.url));
  const child = fork(entry, [moduleUrl, dataPath], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
  });
  started.push(child);
  return child;
}

const live = (): AbortSignal => new AbortController().signal;
const input = (spoken: string) => ({ spoken, voice: 'en-US', language: 'en', ratePercent: 0, pitchSemitones: 0 });
const isGone = (child: ChildProcess | undefined): boolean =>
  child !== undefined && (child.exitCode !== null || child.signalCode !== null);

const shared = new EspeakEngine(installed);
afterAll(() => shared[Symbol.asyncDispose]());

const SENTENCE = 'Water rises from the sea, and it falls again as rain.';
const LONG = Array.from({ length: 1000 }, (_, index) => (index % 9 === 8 ? 'again,' : 'water')).join(' ');

describe('EspeakEngine', () => {
  it('is installed with the project, so these tests run', () => {
    expect(installed).not.toBeNull();
  });

  it('is available and lists English voices', async () => {
    expect(await shared.isAvailable(live())).toBe(true);
    expect((await shared.listVoices('en')).map(({ id }) => id)).toContain('en-US');
  });

  it('knows every voice that it lists, and no two sound alike', async () => {
    const voices = [...(await shared.listVoices('en')), ...(await shared.listVoices('hi'))];
    const sounds = new Set<string>();
    for (const { id } of voices) {
      const { pcm } = await shared.synthesize({ ...input('one two three'), voice: id }, live());
      sounds.add(Buffer.from(pcm.buffer).toString('base64'));
    }
    expect(sounds.size).toBe(voices.length);
  });

  it('speaks the same samples whatever was spoken before, and in another process', async () => {
    const first = await shared.synthesize(input(SENTENCE), live());
    await shared.synthesize(
      { ...input('Ganz anders!'), voice: 'en-GB-female', ratePercent: 40, pitchSemitones: -5 },
      live(),
    );
    const second = await shared.synthesize(input(SENTENCE), live());
    await using other = new EspeakEngine(installed);
    const third = await other.synthesize(input(SENTENCE), live());
    expect(second).toEqual(first);
    expect(third).toEqual(first);
  });

  it.each(['en-US', 'en-US-female', 'en-GB', 'hi-IN-female'])(
    'speaks as %s the same samples after other voices, after a text too long for the engine to be kept, and in another process',
    async (voice) => {
      const text = { ...input(SENTENCE), voice };
      await using fresh = new EspeakEngine(installed);
      const first = await fresh.synthesize(text, live());
      await shared.synthesize({ ...input('सात नदियाँ'), voice: 'hi-IN' }, live());
      expect(await shared.synthesize(text, live())).toEqual(first);
      await shared.synthesize({ ...input(`One. ${'[ '.repeat(35_000)}`), ratePercent: 40 }, live());
      for (const _turn of [1, 2, 3]) expect(await shared.synthesize(text, live())).toEqual(first);
    },
  );

  it('speaks at about 155 words a minute, slower and faster in proportion', async () => {
    const text = Array.from({ length: 20 }, () => 'The water cycle describes how water moves through the land.').join(
      ' ',
    );
    const lengths: number[] = [];
    for (const ratePercent of [-30, 0, 30]) {
      lengths.push((await shared.synthesize({ ...input(text), ratePercent }, live())).pcm.length / 22_050);
    }
    const [slow = 0, plain = 0, fast = 0] = lengths;
    expect((200 / plain) * 60).toBeGreaterThan(140);
    expect((200 / plain) * 60).toBeLessThan(170);
    expect(slow / plain).toBeGreaterThan(1.3);
    expect(fast / plain).toBeLessThan(0.85);
  });

  it('raises the pitch by semitones without changing the pace', async () => {
    const plain = await shared.synthesize(input('one two three four'), live());
    const high = await shared.synthesize({ ...input('one two three four'), pitchSemitones: 6 }, live());
    expect(high.pcm).not.toEqual(plain.pcm);
    expect(Math.abs(high.pcm.length / plain.pcm.length - 1)).toBeLessThan(0.05);
  });

  it('refuses an unknown voice, which the engine itself would replace by the last one', async () => {
    await expect(shared.synthesize({ ...input('one'), voice: 'bogus' }, live())).rejects.toMatchObject({
      code: 'VOICE_UNKNOWN',
    });
  });

  it('says how to install it when it is missing', async () => {
    await using missing = new EspeakEngine(null);
    expect(await missing.isAvailable(live())).toBe(false);
    expect(await missing.listVoices('en')).toEqual([]);
    await expect(missing.synthesize(input('one'), live())).rejects.toMatchObject({
      code: 'ENGINE_MISSING',
      message: expect.stringContaining('npm install'),
    });
  });

  it('is not available when its files are damaged', async () => {
    await using broken = new EspeakEngine({ moduleUrl: 'file:///nowhere.js', dataPath: '/nowhere', version: '0' });
    expect(await broken.isAvailable(live())).toBe(false);
    await expect(broken.synthesize(input('one'), live())).rejects.toMatchObject({
      code: 'SPEECH_FAILED',
      message: expect.stringContaining('nowhere'),
    });
  });

  it('speaks again in a new process when the first one is killed before it answers', async () => {
    await using engine = new EspeakEngine(installed, (found) => {
      const child = start(found);
      if (started.length === 1) child.once('spawn', () => child.kill('SIGKILL'));
      return child;
    });
    started.length = 0;
    expect(await engine.synthesize(input(SENTENCE), live())).toEqual(await shared.synthesize(input(SENTENCE), live()));
    expect(started).toHaveLength(2);
  });

  it('says that memory ran out when it is killed every time, since that is what kills a process of ours', async () => {
    started.length = 0;
    await using engine = new EspeakEngine(installed, (found) => {
      const child = start(found);
      child.once('spawn', () => child.kill('SIGKILL'));
      return child;
    });
    await expect(engine.synthesize(input(SENTENCE), live())).rejects.toMatchObject({
      code: 'MEMORY_EXHAUSTED',
      message: expect.stringMatching(
        /^Speaking ".+" failed twice: The machine ran out of memory \(espeak-ng was ended by SIGKILL/,
      ),
    });
    expect(started).toHaveLength(2);
    // An engine that is there is not called absent for want of memory.
    await expect(engine.isAvailable(live())).rejects.toMatchObject({ code: 'MEMORY_EXHAUSTED' });
  });

  it('leaves no process when aborted at work, rejects with the reason, and serves those who wait', async () => {
    started.length = 0;
    await using engine = new EspeakEngine(installed, start);
    await engine.synthesize(input('one'), live());
    const controller = new AbortController();
    const reason = new Error('stop');
    const aborted = engine.synthesize(input(LONG), controller.signal);
    const waiting = engine.synthesize(input('two'), live());
    setImmediate(() => controller.abort(reason));
    await expect(aborted).rejects.toBe(reason);
    expect(isGone(started[0])).toBe(true);
    expect((await waiting).words).toHaveLength(1);
  });

  it('drops a request that is aborted while it waits, and lets the one before it finish', async () => {
    started.length = 0;
    await using engine = new EspeakEngine(installed, start);
    const controller = new AbortController();
    const first = engine.synthesize(input(SENTENCE), live());
    const waiting = engine.synthesize(input('two'), controller.signal);
    controller.abort('changed my mind');
    await expect(waiting).rejects.toBe('changed my mind');
    expect((await first).words.length).toBeGreaterThan(5);
    expect(started).toHaveLength(1);
  });

  it('ends its process after a while without work, and starts another one for the next request', async () => {
    if (installed === null) throw new Error('The engine is not installed.');
    started.length = 0;
    await using dialogue = new ProcessDialogue('espeak-ng', () => start(installed), 1);
    const request = { markup: 'one', voiceIdentifier: 'gmw/en-US', rateWordsPerMinute: 155, pitch: 50 };
    const first = await dialogue.ask(request, live());
    const [child] = started;
    if (child !== undefined && !isGone(child)) await once(child, 'exit');
    expect(await dialogue.ask(request, live())).toEqual(first);
    expect(started).toHaveLength(2);
  });

  it('ends its process when it is closed', async () => {
    started.length = 0;
    const engine = new EspeakEngine(installed, start);
    await engine.synthesize(input('one'), live());
    await engine[Symbol.asyncDispose]();
    expect(isGone(started[0])).toBe(true);
    await expect(engine.synthesize(input('one'), live())).rejects.toThrow('closed');
  });

  it('keeps no parent alive while idle, and dies with it', () => {
    const url = (path: string): string => JSON.stringify(new URL(`../../../src/speech/${path}`, import.meta.url).href);
    const source = `import { createSpeechEngines } from ${url('create-speech-engines.ts')};
      const [engine] = createSpeechEngines();
      const { words } = await engine.synthesize(${JSON.stringify(input('one two'))}, new AbortController().signal);
      console.log(words.length);`;
    // Without `timeout` a process kept alive would hang here for ever; stdout ends when the child has gone as well.
    const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', source], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect({ stdout, status }).toEqual({ stdout: '2\n', status: 0 });
  });

  it('ends when the channel to its parent breaks, as it does when the parent is killed outright', async () => {
    if (installed === null) throw new Error('The engine is not installed.');
    const child = start(installed);
    child.disconnect();
    const [exitCode] = await once(child, 'exit');
    expect(exitCode).toBe(0);
  });
});

describe('speakSlide with espeak', () => {
  it.each([
    ['numbers', 'In 2024 it cost $5.40, or 1,234,567 in all.'],
    ['ampersands and times', 'AT&T and R&D met at 9:30 a.m. on 3/4.'],
    ['quotes and dashes', 'He said “stop” — and ‘go’ … then "left".'],
    ['what looks like markup', 'The <tag> and <b>bold</b> are text; 3 < 4 > 2.'],
    ['addresses', 'See https://example.com/a?b=c&d=e for more, e.g. tables.'],
    ['phoneme brackets and emoji', 'Say [[h@l@U]] to the state-of-the-art 🙂 crowd.'],
    ['acronyms', 'NASA, WHO and the EU.'],
    ['a formula', 'x² + y² = z²'],
    ['a single word', 'No.'],
    ['a thousand words', LONG],
  ])('gives every word a time, in order, in a sentence with %s', async (_what, text) => {
    const words = text.split(/\s+/u).map((word) => ({ text: word, spokenWords: listSpokenWords(word).length }));
    const segments = {
      slideId: 's1',
      sentences: [{ text, spoken: text, words, supports: null }],
      segments: [{ sentenceIndices: [0], prosody: { ratePercent: 0, pitchSemitones: 0, pauseMs: 0 } }],
    };
    const spoken = await speakSlide({ segments, voice: 'en-US', language: 'en', engine: shared, fps: 30 }, live());
    const [sentence] = spoken.sentences;
    expect(sentence?.words.map((word) => word.text)).toEqual(words.map((word) => word.text));
    let reached = sentence?.startSample ?? 0;
    for (const [index, { startSample, endSample }] of (sentence?.words ?? []).entries()) {
      expect(startSample).toBeGreaterThanOrEqual(reached);
      expect(endSample).toBeGreaterThanOrEqual(startSample);
      if (words[index]?.spokenWords === 1) expect(endSample).toBeGreaterThan(startSample);
      reached = endSample;
    }
    expect(reached).toBeLessThanOrEqual(sentence?.endSample ?? 0);
    expect(spoken.lengthSamples % 1600).toBe(0);
  });
});
