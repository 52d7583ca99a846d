import { once } from 'node:events';
import { Agent } from 'node:https';
import { connect } from 'node:net';
import fc from 'fast-check';
import { MsEdgeTTS, OUTPUT_FORMAT } from 'msedge-tts';
import { afterAll, describe, expect, it } from 'vitest';
import { runProcess } from '../../../src/platform/run-process.ts';
import { findLengthProblem } from '../../../src/speech/find-length-problem.ts';
import { locateFfmpeg } from '../../../src/video/locate-ffmpeg.ts';
import { createCallLedger } from '../../services/call-ledger.ts';
import type { EdgeFault } from '../../services/edge/edge-faults.ts';
import { planSpeech } from '../../services/edge/plan-speech.ts';
import { createSecMsGec, TRUSTED_CLIENT_TOKEN } from '../../services/edge/sec-ms-gec.ts';
import { createSoundFinder } from '../../services/edge/sound-finder.ts';
import { type EdgeSetup, startEdge } from '../../services/edge/start-edge.ts';
import { listFaults, NO_FAULTS } from '../../services/fault-script.ts';
import { SPEED_PROFILES, type SpeedProfile } from '../../services/speed-profile.ts';
import { type Heard, hear, openEdge, toConfig, toSsml, toSsmlMessage } from './edge-client.ts';

const SAMPLE_RATE_HZ = 24_000;
/** Sound that LAME made is heard this much later than it was put in. */
const DECODER_LAG_SAMPLES = 1_105;
const TICKS_PER_SECOND = 10_000_000;
const TEXT = 'Water rises from the warm sea, and it falls again as rain. Then it flows back.';
const signal = new AbortController().signal;

const sounds = createSoundFinder();
const shared = await open({});
afterAll(() => shared.edge[Symbol.asyncDispose]());

async function open(setup: Partial<EdgeSetup>) {
  const ledger = createCallLedger();
  const edge = await startEdge({ ledger, faults: NO_FAULTS, speed: SPEED_PROFILES.instant, sounds, ...setup });
  return { ledger, edge };
}

function turnOf(heard: Heard) {
  if (heard.kind === 'ended' || heard.kind === 'closed') return heard;
  throw new TypeError(`There was no turn: ${JSON.stringify(heard)}`);
}

async function decode(mp3: Buffer): Promise<Int16Array> {
  const { path } = await locateFfmpeg({ configuredPath: null, searchPath: process.env.PATH ?? '' });
  const { stdout, stderrTail } = await runProcess({
    command: path,
    args: '-hide_banner -loglevel warning -f mp3 -i - -f s16le -ac 1 -ar 24000 -'.split(' '),
    stdin: mp3,
    signal,
  });
  expect(stderrTail.replace(/.*Estimating duration from bitrate.*\n/u, '')).toBe('');
  return new Int16Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.byteLength));
}

/** Loudest sample of each 2 ms. */
function toEnvelope(pcm: Int16Array): readonly number[] {
  const window = SAMPLE_RATE_HZ / 500;
  return Array.from({ length: Math.floor(pcm.length / window) }, (_, at) =>
    pcm.subarray(at * window, (at + 1) * window).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
  );
}

/** Stretches that are loud, in seconds; pauses shorter than 30 ms do not part them. */
function findVoiced(pcm: Int16Array): readonly { startSeconds: number; endSeconds: number }[] {
  const spans: { startSeconds: number; endSeconds: number }[] = [];
  for (const [at, level] of toEnvelope(pcm).entries()) {
    if (level < 600) continue;
    const last = spans.at(-1);
    if (last !== undefined && at / 500 - last.endSeconds < 0.03) last.endSeconds = (at + 1) / 500;
    else spans.push({ startSeconds: at / 500, endSeconds: (at + 1) / 500 });
  }
  return spans;
}

describe('the Edge stand-in, heard by a plain WebSocket client', () => {
  it('plays a turn in the order of the service, with an empty last sound', async () => {
    const { paths } = turnOf(await hear(shared.edge.url, { ssml: toSsml(TEXT), sentences: true }));
    expect(paths.slice(0, 4)).toEqual(['turn.start', 'response', 'audio', 'audio.metadata']);
    expect(paths.slice(-3)).toEqual(['audio.metadata', 'last audio', 'turn.end']);
  });

  it('sends MP3 that decodes without a complaint to the length that its bytes say', async () => {
    const { sound } = turnOf(await hear(shared.edge.url, { ssml: toSsml(TEXT) }));
    expect(sound.length % 144).toBe(0);
    expect((await decode(sound)).length).toBe((sound.length / 144) * 576);
    const wide = turnOf(await hear(shared.edge.url, { ssml: toSsml(TEXT), format: 'audio-24khz-96kbitrate-mono-mp3' }));
    expect(wide.sound.length).toBe(sound.length * 2);
    expect((await decode(wide.sound)).length).toBe((sound.length / 144) * 576);
  });

  it('tells word times that agree with the sound within 10 ms, once the decoder lag is counted', async () => {
    const heard = turnOf(await hear(shared.edge.url, { ssml: toSsml(TEXT) }));
    const words = heard.boundaries.filter(({ Type }) => Type === 'WordBoundary');
    expect(words.map(({ Data }) => Data.text?.Text)).toEqual(TEXT.replaceAll(/[.,]/gu, '').split(' '));
    const voiced = findVoiced(await decode(heard.sound));
    expect(voiced).toHaveLength(words.length);
    let worstMs = 0;
    for (const [index, { Data }] of words.entries()) {
      const startSeconds = Data.Offset / TICKS_PER_SECOND + DECODER_LAG_SAMPLES / SAMPLE_RATE_HZ;
      const endSeconds = startSeconds + (Data.Duration ?? 0) / TICKS_PER_SECOND;
      worstMs = Math.max(
        worstMs,
        Math.abs((voiced[index]?.startSeconds ?? 0) - startSeconds) * 1000,
        Math.abs((voiced[index]?.endSeconds ?? 0) - endSeconds) * 1000,
      );
    }
    console.info(`${words.length} words, the worst border ${worstMs.toFixed(1)} ms off`);
    expect(worstMs).toBeLessThan(10);
  });

  it('leaves about 0.17 s of silence before the first word and 0.8 s after the last, as the service does', async () => {
    const pcm = await decode(turnOf(await hear(shared.edge.url, { ssml: toSsml(TEXT) })).sound);
    const voiced = findVoiced(pcm);
    expect(voiced[0]?.startSeconds).toBeCloseTo(0.17, 1);
    expect(pcm.length / SAMPLE_RATE_HZ - (voiced.at(-1)?.endSeconds ?? 0)).toBeCloseTo(0.8, 1);
  });

  it('speaks a text twice in the same bytes, and each text, voice and rate in others', async () => {
    const say = async (ssml: string) => turnOf(await hear(shared.edge.url, { ssml })).sound;
    const first = await say(toSsml(TEXT));
    expect((await say(toSsml(TEXT))).equals(first)).toBe(true);
    expect((await say(toSsml(TEXT.replace('warm', 'cold')))).equals(first)).toBe(false);
    expect((await say(toSsml(TEXT, { voice: 'en-US-GuyNeural' }))).equals(first)).toBe(false);
    const slow = await say(toSsml(TEXT, { prosody: "rate='-25%' pitch='+0Hz'" }));
    expect(slow.length / first.length).toBeGreaterThan(1.2);
    expect(slow.length / first.length).toBeLessThan(1.4);
  });

  it.each([
    ['English', TEXT],
    ['numbers', 'In 2024 it cost $5.40 for 12 people.'],
    ['Hindi', 'पानी समुद्र से उठता है और फिर बारिश बनकर गिरता है।'],
  ])('takes a plausible time for %s, so that a check of the length finds nothing', async (_, text) => {
    for (const rate of [-50, 0, 50]) {
      const ssml = toSsml(text, { prosody: `rate='${rate < 0 ? '' : '+'}${rate}%'` });
      const { boundaries } = turnOf(await hear(shared.edge.url, { ssml }));
      const voicedTicks = boundaries.reduce((sum, { Data }) => sum + (Data.Duration ?? 0), 0);
      expect(findLengthProblem(text, rate, voicedTicks / 10_000)).toBeNull();
    }
  });

  it('gives words without punctuation and with escaped entities, and marks sentences when asked', async () => {
    const ssml = toSsml('&quot;AT&amp;T&quot; pays R&amp;D. Yes!');
    const { boundaries } = turnOf(await hear(shared.edge.url, { ssml, sentences: true }));
    expect(boundaries.map(({ Type, Data }) => `${Type} ${Data.text?.Text ?? ''}`)).toEqual([
      'SentenceBoundary &quot;AT&amp;T&quot; pays R&amp;D.',
      'WordBoundary AT&amp;T',
      'WordBoundary pays',
      'WordBoundary R&amp;D',
      'SentenceBoundary Yes!',
      'WordBoundary Yes',
      'SessionEnd ',
    ]);
  });

  it('sends no metadata to a client that asked for none, since msedge-tts would crash on it', async () => {
    const heard = turnOf(await hear(shared.edge.url, { ssml: toSsml(TEXT), words: false }));
    expect(heard.paths).not.toContain('audio.metadata');
    expect(heard.sound.length).toBeGreaterThan(0);
  });

  it.each([
    ['punctuation only', toSsml('… — !'), undefined],
    ['a format that it does not make', toSsml(TEXT), 'riff-24khz-16bit-mono-pcm'],
  ])('ends the turn without a sound for %s', async (_, ssml, format) => {
    const heard = turnOf(await hear(shared.edge.url, { ssml, ...(format !== undefined && { format }) }));
    expect([heard.kind, heard.sound.length]).toEqual(['ended', 0]);
  });

  it('cuts the sound at exactly ten minutes without an error', async () => {
    const heard = turnOf(await hear(shared.edge.url, { ssml: toSsml('congratulations, '.repeat(700)) }));
    expect([heard.kind, (heard.sound.length / 144) * 24]).toEqual(['ended', 600_000]);
  });

  it.each([
    [
      'a raw ampersand',
      toSsml('salt & pepper'),
      /^An error occurred while parsing EntityName\. Line 1, position \d+\.$/u,
    ],
    ['a raw bracket', toSsml('a < b'), /^SSML is invalid$/u],
    ['a break', toSsml("one <break time='1s'/> two"), /^SSML is invalid$/u],
    ['an unsigned rate', toSsml(TEXT, { prosody: "rate='0%'" }), /^SSML is invalid$/u],
    ['an unsigned pitch', toSsml(TEXT, { prosody: "pitch='0Hz'" }), /^SSML is invalid$/u],
    ['an unknown voice', toSsml(TEXT, { voice: 'xx-XX-NobodyNeural' }), /^Unsupported voice xx-XX-NobodyNeural\.$/u],
  ])('closes with 1007 and the reason for %s', async (_, ssml, reason) => {
    const heard = turnOf(await hear(shared.edge.url, { ssml }));
    expect([heard.kind, heard.code]).toEqual(['closed', 1007]);
    expect(heard.reason).toMatch(reason);
  });

  it('takes the long name of a voice', async () => {
    const voice = 'Microsoft Server Speech Text to Speech Voice (hi-IN, SwaraNeural)';
    expect(turnOf(await hear(shared.edge.url, { ssml: toSsml('नमस्ते', { voice }) })).sound.length).toBeGreaterThan(0);
  });

  it('sends the first byte after the profile says, and no sound faster than it says', async () => {
    const speed: SpeedProfile = { ...SPEED_PROFILES.instant, edge: { firstByteMs: 150, timesRealTime: 12 } };
    const { edge } = await open({ speed });
    await using _ = edge;
    await hear(edge.url, { ssml: toSsml('Warm up.') });
    const startedAtMs = performance.now();
    let firstMs = 0;
    const { sound } = turnOf(
      await hear(edge.url, { ssml: toSsml(TEXT), onSound: () => (firstMs ||= performance.now() - startedAtMs) }),
    );
    const elapsedMs = performance.now() - startedAtMs;
    const soundMs = (sound.length / 144) * 24;
    console.info(`first byte ${firstMs.toFixed(0)} ms, ${soundMs} ms of sound in ${elapsedMs.toFixed(0)} ms`);
    expect(firstMs).toBeGreaterThanOrEqual(149);
    // The last 25 frames go out together.
    expect(elapsedMs).toBeGreaterThanOrEqual(149 + (soundMs - 600) / 12);
  });
});

describe('the door of the Edge stand-in', () => {
  it('refuses a clock that is an hour off with 403, and the Date header mends it', async () => {
    const hourMs = 3_600_000;
    const { edge, ledger } = await open({ nowMs: () => Date.now() + hourMs });
    await using _ = edge;
    const refused = await hear(edge.url, { ssml: toSsml(TEXT) });
    if (refused.kind !== 'refused') throw new TypeError('It was let in.');
    expect(refused.status).toBe(403);
    const skewMs = Date.parse(refused.headers.date ?? '') - Date.now();
    expect(Math.abs(skewMs - hourMs)).toBeLessThan(10_000);
    expect((await hear(edge.url, { ssml: toSsml(TEXT), skewMs })).kind).toBe('ended');
    expect(ledger.entries().map(({ operation }) => operation)).toEqual(['connect', 'connect', 'speak']);
  });

  it.each([-300_000, 300_000])('lets in a clock that is five minutes off (%d ms)', async (skewMs) => {
    expect((await hear(shared.edge.url, { ssml: toSsml('Hello.'), skewMs })).kind).toBe('ended');
  });

  it.each([
    ['another token', { query: { TrustedClientToken: 'X' } }, 403],
    ['no time token', { query: { 'Sec-MS-GEC': '' } }, 403],
    ['ten minutes of skew', { skewMs: 600_000 }, 403],
    ['a version that is not the browser’s', { query: { 'Sec-MS-GEC-Version': '1-130.0.2849.68' } }, 403],
    ['another browser', { headers: { 'User-Agent': 'curl/8' } }, 403],
    ['another origin', { headers: { Origin: 'http://localhost' } }, 403],
    ['no connection id', { query: { ConnectionId: '' } }, 400],
  ])('refuses %s', async (_, order, status) => {
    expect(await hear(shared.edge.url, { ssml: toSsml(TEXT), ...order })).toMatchObject({ kind: 'refused', status });
  });

  it('closes with 1009 on a message that no service would take', async () => {
    const heard = turnOf(await hear(shared.edge.url, { ssml: toSsml('word '.repeat(14_000)) }));
    expect(heard.code).toBe(1009);
  });

  it('lists its voices to a client with the token alone, and refuses others', async () => {
    const { edge } = await open({ voiceListFaults: listFaults<EdgeFault>(['status-429', 'status-403', null]) });
    await using _ = edge;
    const list = (token: string) =>
      fetch(
        `http://127.0.0.1:${edge.port}/consumer/speech/synthesize/readaloud/voices/list?trustedclienttoken=${token}`,
      );
    const limited = await list(TRUSTED_CLIENT_TOKEN);
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '2']);
    expect((await list(TRUSTED_CLIENT_TOKEN)).status).toBe(403);
    expect((await list('X')).status).toBe(403);
    const voices: unknown = await (await list(TRUSTED_CLIENT_TOKEN)).json();
    expect(voices).toContainEqual(
      expect.objectContaining({ ShortName: 'hi-IN-SwaraNeural', Locale: 'hi-IN', Status: 'GA' }),
    );
    const skewed = createSecMsGec(Date.now() + 3_600_000);
    expect((await list(`${TRUSTED_CLIENT_TOKEN}&Sec-MS-GEC=${skewed}`)).status).toBe(403);
  });
});

describe('the faults of the Edge stand-in', () => {
  const complete = hear(shared.edge.url, { ssml: toSsml(TEXT) }).then(turnOf);

  async function hearFault(fault: EdgeFault) {
    const { edge, ledger } = await open({ faults: listFaults<EdgeFault>([fault]) });
    await using _ = edge;
    const faulty = await hear(edge.url, { ssml: toSsml(TEXT) });
    const played = ledger.entries().find((entry) => entry.fault !== null);
    const after = await hear(edge.url, { ssml: toSsml(TEXT) });
    expect(after.kind).toBe('ended');
    expect(ledger.inFlight()).toEqual([]);
    return { faulty, played };
  }

  it.each([
    ['status-403', 403, undefined],
    ['status-429', 429, '2'],
    ['status-503', 503, undefined],
  ] as const)('%s refuses the connection, and the next one is served', async (fault, status, retryAfter) => {
    const { faulty, played } = await hearFault(fault);
    if (faulty.kind !== 'refused') throw new TypeError('It was let in.');
    expect([faulty.status, faulty.headers['retry-after']]).toEqual([status, retryAfter]);
    expect(played).toMatchObject({ operation: 'connect', outcome: 'faulted', fault });
  });

  it('reset breaks the connection before it is one', async () => {
    const { faulty, played } = await hearFault('reset');
    expect(faulty).toEqual({ kind: 'broken', code: 'ECONNRESET' });
    expect(played).toMatchObject({ operation: 'connect', outcome: 'faulted', fault: 'reset' });
  });

  it('no-audio ends the turn as if all were well', async () => {
    const { faulty, played } = await hearFault('no-audio');
    expect(turnOf(faulty)).toMatchObject({ kind: 'ended', paths: ['turn.start', 'response', 'turn.end'] });
    expect(played).toMatchObject({ operation: 'speak', outcome: 'faulted', fault: 'no-audio' });
  });

  it('truncated-audio ends the turn in good form with half of the sound', async () => {
    const { faulty } = await hearFault('truncated-audio');
    const { sound } = await complete;
    const half = turnOf(faulty);
    expect(half.kind).toBe('ended');
    expect(half.sound.equals(sound.subarray(0, half.sound.length))).toBe(true);
    expect(half.sound.length / sound.length).toBeCloseTo(0.5, 1);
  });

  it('no-word-boundaries sends the whole sound and no metadata', async () => {
    const heard = turnOf((await hearFault('no-word-boundaries')).faulty);
    expect(heard.boundaries).toEqual([]);
    expect(heard.sound.equals((await complete).sound)).toBe(true);
  });

  it('close-mid-audio drops the connection the first time and closes it with 1011 the second', async () => {
    const { edge, ledger } = await open({ faults: listFaults<EdgeFault>(['close-mid-audio', 'close-mid-audio']) });
    await using _ = edge;
    const heard = [
      turnOf(await hear(edge.url, { ssml: toSsml(TEXT) })),
      turnOf(await hear(edge.url, { ssml: toSsml(TEXT) })),
    ];
    expect(heard.map(({ kind, code }) => [kind, code])).toEqual([
      ['closed', 1006],
      ['closed', 1011],
    ]);
    for (const { sound, paths } of heard) {
      expect(sound.length).toBeGreaterThan(0);
      expect(paths).not.toContain('turn.end');
    }
    expect(ledger.entries().filter(({ fault }) => fault === 'close-mid-audio')).toHaveLength(2);
  });

  it('silent-hang says nothing until the client leaves', async () => {
    const { edge, ledger } = await open({ faults: listFaults<EdgeFault>(['silent-hang']) });
    await using _ = edge;
    const socket = openEdge(edge.url);
    let messages = 0;
    socket.on('message', () => {
      messages += 1;
    });
    await once(socket, 'open');
    socket.send(toConfig({}));
    socket.send(toSsmlMessage(toSsml(TEXT)));
    await ledger.until((entries) => entries.some(({ operation }) => operation === 'speak'));
    // A ping that comes back proves that whatever was sent before it has arrived.
    socket.ping();
    await once(socket, 'pong');
    expect(messages).toBe(0);
    expect(ledger.inFlight()).toMatchObject([{ operation: 'speak' }]);
    socket.terminate();
    await ledger.until((entries) => entries.every(({ outcome }) => outcome !== null));
    expect(ledger.entries().at(-1)).toMatchObject({ outcome: 'faulted', fault: 'silent-hang' });
  });

  it('can refuse a second turn on one connection', async () => {
    const { edge } = await open({ secondTurn: 'refused' });
    await using _ = edge;
    const socket = openEdge(edge.url);
    await once(socket, 'open');
    socket.send(toConfig({}));
    socket.send(toSsmlMessage(toSsml('One.')));
    socket.send(toSsmlMessage(toSsml('Two.')));
    const [code] = await once(socket, 'close');
    expect(code).toBe(1011);
  });
});

describe('the ledger of the Edge stand-in', () => {
  it('labels equal orders alike and others apart', async () => {
    const { edge, ledger } = await open({});
    await using _ = edge;
    for (const ssml of [toSsml('One.'), toSsml(' One. '), toSsml('Two.'), toSsml('One.', { prosody: "rate='+5%'" })]) {
      await hear(edge.url, { ssml });
    }
    const labels = ledger.entries().flatMap(({ operation, about }) => (operation === 'speak' ? [about] : []));
    expect(labels).toHaveLength(4);
    expect(labels[1]).toBe(labels[0]);
    expect(new Set(labels).size).toBe(3);
    expect(labels[0]).toContain('en-US-AriaNeural +0% +0Hz');
  });

  it('says that a call was cut when the client left in the middle', async () => {
    const speed: SpeedProfile = { ...SPEED_PROFILES.instant, edge: { firstByteMs: 0, timesRealTime: 2 } };
    const { edge, ledger } = await open({ speed });
    await using _ = edge;
    await hear(edge.url, { ssml: toSsml(TEXT), onSound: (socket) => socket.terminate() });
    await ledger.until((entries) => entries.every(({ outcome }) => outcome !== null));
    expect(ledger.entries().at(-1)).toMatchObject({ operation: 'speak', outcome: 'cut', fault: null });
  });
});

/** Sends a TLS connection of msedge-tts to a plain port instead. Path, query and headers stay as they were. */
class RedirectingAgent extends Agent {
  readonly #port: number;
  constructor(port: number) {
    super();
    this.#port = port;
  }
  override createConnection() {
    return connect(this.#port, '127.0.0.1');
  }
}

describe('msedge-tts against the Edge stand-in', () => {
  async function speakByLibrary(port: number, text: string) {
    const tts = new MsEdgeTTS({ agent: new RedirectingAgent(port) });
    await tts.setMetadata('en-US-AriaNeural', OUTPUT_FORMAT.AUDIO_24KHZ_48KBITRATE_MONO_MP3, {
      wordBoundaryEnabled: true,
      sentenceBoundaryEnabled: false,
    });
    const { audioStream, metadataStream } = tts.toStream(text);
    const sounds: Buffer[] = [];
    let words = '';
    metadataStream?.on('data', (chunk: Buffer) => {
      words += chunk.toString();
    });
    metadataStream?.on('error', () => undefined);
    audioStream.on('data', (chunk: Buffer) => sounds.push(chunk));
    const failure = await new Promise<string | null>((done) => {
      audioStream.on('error', (error: Error) => done(error.message));
      audioStream.on('end', () => done(null));
    });
    tts.close();
    return { sound: Buffer.concat(sounds), words, failure };
  }

  it('gets the same sound as a plain client, and the word times', async () => {
    const heard = await speakByLibrary(shared.edge.port, TEXT);
    const plain = turnOf(await hear(shared.edge.url, { ssml: toSsml(TEXT) }));
    expect(heard.failure).toBeNull();
    expect(heard.sound.equals(plain.sound)).toBe(true);
    expect(heard.words.match(/"WordBoundary",/gu)).not.toBeNull();
  });

  it('reports a drop in the middle, a refusal and a reset as it does with the service', async () => {
    const faults = listFaults<EdgeFault>(['close-mid-audio', 'no-audio', 'status-403', 'reset', null]);
    const { edge } = await open({ faults });
    await using _ = edge;
    expect((await speakByLibrary(edge.port, TEXT)).failure).toContain('Stream closed before the synthesis completed');
    expect(await speakByLibrary(edge.port, TEXT)).toMatchObject({ failure: null, sound: Buffer.alloc(0) });
    await expect(speakByLibrary(edge.port, TEXT)).rejects.toThrow('Unexpected server response: 403');
    await expect(speakByLibrary(edge.port, TEXT)).rejects.toThrow('ECONNRESET');
    expect((await speakByLibrary(edge.port, TEXT)).failure).toBeNull();
  });
});

describe('planSpeech', () => {
  it('places the words of any text in order, without overlap and inside the sound', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.double({ min: 0.5, max: 3, noNaN: true }),
        (text, rate) => {
          const { words, sentences, totalFrames } = planSpeech(text, rate);
          let end = 0;
          for (const word of words) {
            expect(word.startFrame).toBeGreaterThanOrEqual(end === 0 ? 0 : end + 2);
            end = word.startFrame + word.lengthFrames;
          }
          expect(end).toBeLessThanOrEqual(totalFrames);
          expect(words.length > 0).toBe(totalFrames > 0);
          expect(sentences.length).toBeLessThanOrEqual(words.length);
        },
      ),
    );
  });
});
