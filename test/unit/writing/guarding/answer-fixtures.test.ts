import { describe, expect, it } from 'vitest';
import { isShownAgain } from '../../../../src/writing/guarding/ask-again.ts';
import { askGuarded } from '../../../../src/writing/guarding/ask-guarded.ts';
import { remedyOf } from '../../../../src/writing/guarding/guarding-rules.ts';
import { judgeAnswer } from '../../../../src/writing/guarding/judge-answer.ts';
import type { ModelQuestion, ModelTransport } from '../../../../src/writing/model-transport.ts';
import { type AnswerFixture, type AnswerFolder, readAnswerFixtures } from './answer-fixtures.ts';

const LASTING = new AbortController().signal;
const QUESTION: ModelQuestion = {
  model: 'tiny:1b',
  messages: [{ role: 'user', content: 'Write it.' }],
  schema: {},
  schemaName: 'answer',
  temperature: 0.5,
  seed: 7,
  maxAnswerTokens: 500,
};

/** A model that gives the same answer however often it is asked. */
function stubborn({ finish, text }: AnswerFixture): ModelTransport & { asked: number } {
  const transport = {
    asked: 0,
    ask: async () => {
      transport.asked += 1;
      return { text, finish, promptTokens: 100, answerTokens: 50, connections: 1 };
    },
  };
  return transport;
}

const guardedBy = (fixture: AnswerFixture, transport: ModelTransport) => ({
  ...fixture.guard,
  transport,
  question: QUESTION,
  describe: { provider: 'Ollama', what: 'the slide' },
});

const judged = (fixture: AnswerFixture) =>
  judgeAnswer(fixture.guard, { ...fixture, promptTokens: 0, answerTokens: 0, connections: 0 });

describe.each<AnswerFolder>(['outline', 'slide', 'prosody'])('answers with %s', (folder) => {
  const fixtures = readAnswerFixtures(folder);
  const good = fixtures.filter(({ name }) => name.startsWith('good-'));
  const bad = fixtures.filter(({ name }) => name.startsWith('bad-'));
  const endingIn = (outcome: AnswerFixture['outcome']) => bad.filter((fixture) => fixture.outcome === outcome);

  it('has six of each, and some of each in Hindi, so that both languages are judged', () => {
    expect(good.length + bad.length).toBe(fixtures.length);
    for (const list of [good, bad]) {
      expect(list.length).toBeGreaterThanOrEqual(6);
      expect(list.filter(({ name }) => name.includes('hindi')).length).toBeGreaterThanOrEqual(2);
    }
  });

  it.each(good)('lets $name pass untouched: $about', async (fixture) => {
    const { answer, problems } = judged(fixture);
    expect(problems).toEqual([]);
    const transport = stubborn(fixture);
    const guarded = await askGuarded(guardedBy(fixture, transport), LASTING);
    expect(guarded).toEqual({ answer, problemsMended: [], changes: [], usage: usage(1) });
    expect(transport.asked).toBe(1);
  });

  it.each(bad)('catches $name by the rule $rule: $about', (fixture) => {
    expect(judged(fixture).problems.map(({ rule }) => rule)).toContain(fixture.rule);
  });

  it.each(endingIn('mended'))('mends $name when asking again was in vain, and tells it', async (fixture) => {
    const transport = stubborn(fixture);
    const guarded = await askGuarded(guardedBy(fixture, transport), LASTING);
    expect(transport.asked).toBe(2);
    expect(guarded.usage).toEqual(usage(2));
    expect(guarded.changes.length).toBeGreaterThan(0);
    expect(guarded.problemsMended.length).toBeGreaterThan(0);
    expectSound(fixture, guarded.answer);
  });

  if (endingIn('tidied').length > 0) {
    it.each(endingIn('tidied'))('tidies $name at once, since no meaning hangs on it', async (fixture) => {
      const transport = stubborn(fixture);
      const guarded = await askGuarded(guardedBy(fixture, transport), LASTING);
      expect(transport.asked).toBe(1);
      expect(guarded).toMatchObject({ problemsMended: [], changes: [] });
      expect(fixture.guard.check(guarded.answer)).toEqual([]);
      expectSound(fixture, guarded.answer);
    });
  }

  it.each(endingIn('refused'))('refuses $name, since too little would be left', async (fixture) => {
    const transport = stubborn(fixture);
    const asking = askGuarded(guardedBy(fixture, transport), LASTING);
    await expect(asking).rejects.toMatchObject({
      code: 'PROVIDER_BAD_OUTPUT',
      message: expect.stringContaining('tiny:1b'),
    });
    // One that was shown its answer and only says it again is asked once more without it.
    expect(transport.asked).toBe(isShownAgain(judged(fixture).problems) ? 3 : 2);
  });
});

function expectSound({ gone, guard, once }: AnswerFixture, answer: unknown): void {
  const text = JSON.stringify(answer);
  const left = guard.check(answer).map(remedyOf);
  expect(left.filter((remedy) => remedy !== 'keep' && remedy !== 'ask')).toEqual([]);
  if (gone !== null) expect(text).not.toContain(gone);
  if (once !== null) expect(text.split(once)).toHaveLength(2);
}

const usage = (requests: number) => ({
  requests,
  connections: requests,
  promptTokens: 100 * requests,
  answerTokens: 50 * requests,
});
