import { expect, test } from 'vitest';
import { createCallLedger, type LedgerEntry } from '../../services/call-ledger.ts';
import { type OllamaOptions, startOllama } from '../../services/ollama/start-ollama.ts';
import { SPEED_PROFILES } from '../../services/speed-profile.ts';
import { type ChatReply, postChat, postTo } from './ollama-calls.ts';

/** Four streams share twice the speed of one. */
const SPEED = {
  ...SPEED_PROFILES.instant,
  ollama: {
    aloneTokensPerSecond: 2_000,
    togetherTokensPerSecond: 4_000,
    prefillTokensPerSecond: 20_000,
    loadMs: 60,
    slots: 4,
  },
};

const LONG_LOAD_MS = 1_000;

/** What a hundred tokens take alone where requests wait for each other. */
const ALONE_MS = 500;

const HUNDRED_TOKENS = 'one two three four five six seven eight nine ten '.repeat(10).trim();

const FOUR_HUNDRED_TOKENS = `${HUNDRED_TOKENS} `.repeat(4);

/** The same server with other figures. Slow enough, no pause of a busy machine is as long as what is measured. */
const paced = (figures: Partial<(typeof SPEED)['ollama']>) => ({
  speed: { ...SPEED, ollama: { ...SPEED.ollama, ...figures } },
});

async function start(options: Omit<OllamaOptions, 'ledger'> = {}) {
  const ledger = createCallLedger();
  const standIn = await startOllama({ ledger, speed: SPEED, answer: () => HUNDRED_TOKENS, ...options });
  return { ledger, url: standIn.url, [Symbol.asyncDispose]: () => standIn[Symbol.asyncDispose]() };
}

const evalMs = (reply: ChatReply) => (reply.lines.at(-1)?.eval_duration ?? Number.NaN) / 1e6;
const loadMs = (reply: ChatReply) => (reply.lines.at(-1)?.load_duration ?? Number.NaN) / 1e6;
const promptMs = (reply: ChatReply) => (reply.lines.at(-1)?.prompt_eval_duration ?? Number.NaN) / 1e6;
const totalMs = (reply: ChatReply) => (reply.lines.at(-1)?.total_duration ?? Number.NaN) / 1e6;
const isOver = (entry: LedgerEntry | undefined) => entry !== undefined && entry.outcome !== null;

test('Four streams at once are each about half as fast as one alone, since they share twice its speed', async () => {
  const half = { aloneTokensPerSecond: 1_000, togetherTokensPerSecond: 2_000 };
  await using service = await start({ answer: () => FOUR_HUNDRED_TOKENS, ...paced(half) });
  const ask = (at: number) => postChat(service.url, `Question ${at}`, { stream: false });
  await ask(0);
  const alone = evalMs(await ask(1));
  const together = (await Promise.all([2, 3, 4, 5].map(ask))).map(evalMs);
  const ratio = together.reduce((sumMs, ms) => sumMs + ms) / together.length / alone;
  console.log(`one alone ${alone.toFixed(0)} ms, four together ${ratio.toFixed(2)} times as long`);
  expect(ratio).toBeGreaterThan(1.25);
  expect(ratio).toBeLessThan(3);
});

test('A request beyond the slots waits its turn, and its counts leave the waiting out', async () => {
  await using service = await start({ slots: 1, ...paced({ aloneTokensPerSecond: 100_000 / ALONE_MS }) });
  const ask = (at: number) => postChat(service.url, `Question ${at}`, { stream: false });
  await ask(0);
  const asked: Promise<ChatReply>[] = [];
  for (const at of [1, 2, 3]) {
    asked.push(ask(at));
    await service.ledger.until((entries) => entries.length === at + 1);
  }
  const waitMs = (reply: ChatReply) => totalMs(reply) - loadMs(reply) - promptMs(reply) - evalMs(reply);
  const [first = Number.NaN, second = Number.NaN, third = Number.NaN] = (await Promise.all(asked)).map(waitMs);
  expect(second - first).toBeGreaterThan(ALONE_MS / 4);
  expect(third - second).toBeGreaterThan(ALONE_MS / 4);
});

test('A cancel frees the slot at once, so that the next request in the queue starts', async () => {
  await using service = await start({ slots: 1, ...paced({ aloneTokensPerSecond: 2 }) });
  const leave = new AbortController();
  const first = expect(postChat(service.url, 'first', {}, leave.signal)).rejects.toThrow('enough');
  await service.ledger.until((entries) => entries.length === 1);
  const second = postChat(service.url, 'second', { options: { num_predict: 1 } });
  await service.ledger.until((entries) => entries.length === 2);
  expect(service.ledger.inFlight()).toHaveLength(2);
  leave.abort(new Error('enough'));
  await first;
  await service.ledger.until((entries) => entries[0]?.outcome === 'cut');
  expect((await second).lines.at(-1)).toMatchObject({ done: true, eval_count: 1 });
  await service.ledger.until((entries) => isOver(entries[1]));
  expect(service.ledger.entries().map((entry) => entry.outcome)).toEqual(['cut', 'answered']);
});

test('A request that leaves the queue gives up its place and nothing else', async () => {
  await using service = await start({ slots: 1, ...paced({ aloneTokensPerSecond: 100 }) });
  const leave = new AbortController();
  const first = postChat(service.url, 'first');
  await service.ledger.until((entries) => entries.length === 1);
  const second = expect(postChat(service.url, 'second', {}, leave.signal)).rejects.toThrow('enough');
  await service.ledger.until((entries) => entries.length === 2);
  const third = postChat(service.url, 'third');
  await service.ledger.until((entries) => entries.length === 3);
  leave.abort(new Error('enough'));
  await second;
  expect((await first).content).toBe(HUNDRED_TOKENS);
  expect((await third).content).toBe(HUNDRED_TOKENS);
});

test('The first request loads the model, later ones do not, and another context size loads it anew', async () => {
  await using service = await start();
  const load = (size: number) =>
    postTo(`${service.url}/api/chat`, { model: 'llama3.1:8b', options: { num_ctx: size } });
  expect((await load(4_096)).lines).toMatchObject([{ done: true, done_reason: 'load' }]);
  const ask = (size: number) => postChat(service.url, 'Hello', { options: { num_ctx: size } });
  expect(loadMs(await ask(4_096))).toBeLessThan(SPEED.ollama.loadMs / 2);
  expect(loadMs(await ask(8_192))).toBeGreaterThan(SPEED.ollama.loadMs / 2);
  expect(loadMs(await ask(8_192))).toBeLessThan(SPEED.ollama.loadMs / 2);
});

test('A cancel of the request that loads aborts the load, and the next one loads again', async () => {
  await using service = await start(paced({ loadMs: LONG_LOAD_MS }));
  const leave = new AbortController();
  const first = expect(postChat(service.url, 'first', {}, leave.signal)).rejects.toThrow('enough');
  await service.ledger.until((entries) => entries.length === 1);
  leave.abort(new Error('enough'));
  await first;
  expect(loadMs(await postChat(service.url, 'second'))).toBeGreaterThan(LONG_LOAD_MS / 2);
});

test('Only so many requests may wait for a load: the rest hear that the server is busy', async () => {
  await using service = await start({ maxQueue: 2, ...paced({ loadMs: LONG_LOAD_MS }) });
  const replies = await Promise.all([1, 2, 3, 4, 5].map((at) => postChat(service.url, `Question ${at}`)));
  expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, 200, 200, 503, 503]);
  expect(replies.find((reply) => reply.status === 503)?.lines[0]?.error).toContain('maximum pending requests exceeded');
});

test('A prompt whose front the slot has read costs only its end', async () => {
  await using service = await start(paced({ prefillTokensPerSecond: 2_000 }));
  const front = 'The same long rules for every slide. '.repeat(250);
  const fresh = await postChat(service.url, `${front}Write slide one.`);
  const again = await postChat(service.url, `${front}Write slide two.`);
  expect(again.lines.at(-1)?.prompt_eval_count).toBe(fresh.lines.at(-1)?.prompt_eval_count);
  expect(promptMs(fresh) / promptMs(again)).toBeGreaterThan(2);
});

test('A family that is served one at a time has one slot, whatever the server was told', async () => {
  await using service = await start(paced({ aloneTokensPerSecond: 2 }));
  const leave = new AbortController();
  const occupy = (model: string) =>
    expect(postChat(service.url, 'first', { model }, leave.signal)).rejects.toThrow('enough');
  const askBeside = (model: string) => postChat(service.url, 'second', { model, options: { num_predict: 1 } });
  const arrived = (count: number) => service.ledger.until((entries) => entries.length === count);
  const firsts = [occupy('qwen3.5:9b')];
  await arrived(1);
  const waiting = askBeside('qwen3.5:9b');
  await arrived(2);
  firsts.push(occupy('llama3.1:8b'));
  await arrived(3);
  // It came last, and asks for no less than the one that waits.
  await askBeside('llama3.1:8b');
  await service.ledger.until((entries) => isOver(entries[3]));
  expect(service.ledger.entries().map(({ outcome }) => outcome)).toEqual([null, null, null, 'answered']);
  leave.abort(new Error('enough'));
  await Promise.all(firsts);
  expect((await waiting).lines.at(-1)).toMatchObject({ done: true, eval_count: 1 });
});
