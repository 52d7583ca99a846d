import { expect, it } from 'vitest';
import { openOllamaWriter } from '../../faults/open-ollama-writer.ts';
import { writeLecture } from '../../faults/writing/write-lecture.ts';
import { createCallLedger } from '../../services/call-ledger.ts';
import { answerLectures } from '../../services/ollama/lectures/answer-lectures.ts';
import { startOllama } from '../../services/ollama/start-ollama.ts';
import { SPEED_PROFILES } from '../../services/speed-profile.ts';

const SLOTS = 10;
/** Version, list of models, their facts, load. */
const CONTROL_CALLS = 4;
/** Four times a desktop GPU: slow enough that the calls of ten slides overlap. */
const OLLAMA_SPEED = {
  ...SPEED_PROFILES.instant.ollama,
  aloneTokensPerSecond: 500,
  togetherTokensPerSecond: 3_000,
  slots: SLOTS,
};
const NEVER = new AbortController().signal;

it('writes ten slides at once over as many connections as there are slots, and opens none a second time', async () => {
  const ledger = createCallLedger();
  await using server = await startOllama({
    ledger,
    speed: { ...SPEED_PROFILES.instant, ollama: OLLAMA_SPEED },
    answer: answerLectures,
  });
  await using writer = openOllamaWriter({ url: server.url, slots: SLOTS });
  const ready = await writer.prepareModel({ model: null, mayPull: false }, () => undefined, NEVER);
  let mostAtOnce = 0;
  const watched = ledger.until((entries) => {
    const open = entries.filter(({ operation, outcome }) => operation === 'chat' && outcome === null).length;
    mostAtOnce = Math.max(mostAtOnce, open);
    return entries.filter(({ about }) => about.endsWith(' tags')).length === SLOTS;
  });
  const { outline, slides } = await writeLecture(
    writer,
    {
      document: null,
      topic: 'How tides work',
      language: 'en',
      slides: SLOTS,
      minutes: null,
      audience: null,
      tone: null,
      model: ready?.model ?? null,
      variation: 0,
      attempt: 1,
    },
    () => Promise.resolve(),
  );
  await watched;
  const usages = [outline, ...slides.flatMap(({ script, tags }) => [script, ...(tags === null ? [] : [tags])])].flatMap(
    ({ usage }) => usage ?? [],
  );
  expect(usages.reduce((sum, { requests }) => sum + requests, 0)).toBe(1 + 2 * SLOTS);
  // Those that prepared the model are used again.
  expect(usages.reduce((sum, { connections }) => sum + connections, 0)).toBeLessThanOrEqual(SLOTS);
  expect(server.openConnections()).toBeLessThanOrEqual(SLOTS + CONTROL_CALLS);
  expect(mostAtOnce).toBe(SLOTS);
});
