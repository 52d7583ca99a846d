import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ProviderError } from '../../../../src/contract/errors.ts';
import { askGuarded, type GuardedQuestion } from '../../../../src/writing/guarding/ask-guarded.ts';
import type { Problem } from '../../../../src/writing/guarding/guarding-rules.ts';
import type { ModelAnswer, ModelQuestion, ModelTransport } from '../../../../src/writing/model-transport.ts';

interface Words {
  readonly words: readonly string[];
}

const QUESTION: ModelQuestion = {
  model: 'tiny:1b',
  messages: [
    { role: 'system', content: 'You write.' },
    { role: 'user', content: 'Write words.' },
  ],
  schema: { type: 'object' },
  schemaName: 'words',
  temperature: 0.5,
  seed: 7,
  maxAnswerTokens: 400,
};
const signal = new AbortController().signal;

/** "foul" must be mended, "odd" may stay and is told, "long" is worth asking again, "*" is tidied. */
const check = ({ words }: Words): Problem[] =>
  words.flatMap((word, index): Problem[] => {
    const path = `words[${index}]`;
    if (word === 'foul' || word === 'rotten')
      return [{ path, rule: 'placeholder', message: `the word ${word} is foul` }];
    if (word === 'odd') return [{ path, rule: 'too-short', message: 'the word odd is odd' }];
    if (word === 'long') return [{ path, rule: 'bit-long', message: 'the word long is long' }];
    return word === '*' ? [{ path, rule: 'markup', message: 'a mark' }] : [];
  });

const say = (words: readonly string[]): Partial<ModelAnswer> => ({ text: JSON.stringify({ words }) });

/** A model that says one thing after the other; an error is thrown. */
function scripted(...answers: (Partial<ModelAnswer> | Error)[]): ModelTransport & { readonly asked: ModelQuestion[] } {
  const asked: ModelQuestion[] = [];
  return {
    asked,
    ask: async (question) => {
      const answer = answers[asked.length];
      asked.push(question);
      if (answer === undefined) throw new RangeError('asked once too often');
      if (answer instanceof Error) throw answer;
      return { text: '', finish: 'stop', promptTokens: 10, answerTokens: 5, connections: 0, ...answer };
    },
  };
}

const guarded = (transport: ModelTransport): GuardedQuestion<Words> => ({
  transport,
  question: QUESTION,
  schema: z.strictObject({ words: z.array(z.string()).min(1) }),
  check,
  mend: ({ words }) => {
    const kept = words.filter((word) => word !== 'foul' && word !== '*');
    return kept.length < 2 || kept.includes('rotten') ? null : { answer: { words: kept }, changes: ['A word went.'] };
  },
  describe: { provider: 'Ollama', what: 'the words' },
});

describe('askGuarded', () => {
  it('takes the second answer as it is when the model mended it, and counts both calls', async () => {
    const transport = scripted(say(['foul', 'a']), say(['b', 'c']));
    const answer = await askGuarded(guarded(transport), signal);
    expect(answer).toEqual({
      answer: { words: ['b', 'c'] },
      problemsMended: [],
      changes: [],
      usage: { requests: 2, connections: 0, promptTokens: 20, answerTokens: 10 },
    });
  });

  it('asks again over the same messages, so that the server reads none of them twice', async () => {
    const transport = scripted(say(['foul', 'a']), say(['b', 'c']));
    await askGuarded(guarded(transport), signal);
    const [, again] = transport.asked;
    expect(again?.messages.slice(0, 2)).toEqual(QUESTION.messages);
    expect(again?.messages.slice(2)).toEqual([
      { role: 'assistant', content: '{"words":["foul","a"]}' },
      { role: 'user', content: expect.stringContaining('- words[0]: the word foul is foul') },
    ]);
    expect(again).toMatchObject({ temperature: 0.25, maxAnswerTokens: 400, schema: QUESTION.schema });
    expect(again?.seed).not.toBe(QUESTION.seed);
  });

  it.each([
    ['nothing', { text: '' }],
    ['no JSON', { text: 'words words words' }],
    ['an answer that was cut', { text: '{"words":["a","a","a","a"', finish: 'length' as const }],
  ])(
    'does not show %s to the model again, and never lets two messages of a user follow each other',
    async (_, first) => {
      const transport = scripted(first, say(['b', 'c']));
      await askGuarded(guarded(transport), signal);
      const [, again] = transport.asked;
      expect(again?.messages.map(({ role }) => role)).toEqual(['system', 'user']);
      expect(again?.messages[1]?.content.startsWith('Write words.\n\n')).toBe(true);
      expect(again?.temperature).toBe(0.5);
    },
  );

  it('lists what refuses an answer first, all of one place in one line, and no marks that are tidied anyway', async () => {
    const transport = scripted(say(['*', 'odd', 'foul']), say(['b', 'c']));
    await askGuarded(
      {
        ...guarded(transport),
        check: (answer) => [
          ...check(answer),
          ...answer.words.flatMap((word, index): Problem[] =>
            word === 'foul' ? [{ path: `words[${index}]`, rule: 'leak', message: 'it smells' }] : [],
          ),
        ],
      },
      signal,
    );
    expect(transport.asked[1]?.messages.at(-1)?.content.split('\n').slice(1, -1)).toEqual([
      '- words[2]: the word foul is foul; it smells',
      '- words[1]: the word odd is odd',
    ]);
  });

  it('asks a model that only copied its answer once more without it, and counts all calls', async () => {
    const transport = scripted(say(['rotten', 'a']), { text: '{\n  "words": ["rotten", "a"]\n}' }, say(['b', 'c']));
    const answer = await askGuarded(guarded(transport), signal);
    expect(answer).toMatchObject({ answer: { words: ['b', 'c'] }, problemsMended: [], usage: { requests: 3 } });
    const [, again, anew] = transport.asked;
    expect(anew?.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(anew?.messages[1]?.content).toContain('- words[0]: the word rotten is foul');
    expect(anew?.temperature).toBe(QUESTION.temperature);
    expect(new Set([QUESTION.seed, again?.seed, anew?.seed]).size).toBe(3);
  });

  it('mends a copy at once where rules can, since a third call costs time', async () => {
    const transport = scripted(say(['foul', 'a', 'b']), say(['foul', 'a', 'b']));
    await expect(askGuarded(guarded(transport), signal)).resolves.toMatchObject({ answer: { words: ['a', 'b'] } });
    expect(transport.asked).toHaveLength(2);
  });

  it('refuses an answer after a third that cannot be used either, or has no room', async () => {
    const tooLong = new ProviderError('CONTEXT_EXCEEDED', 'too long', { provider: 'Ollama' });
    for (const third of [say(['rotten', 'b']), tooLong]) {
      const transport = scripted(say(['rotten', 'a']), say(['rotten', 'a']), third);
      await expect(askGuarded(guarded(transport), signal)).rejects.toMatchObject({ code: 'PROVIDER_BAD_OUTPUT' });
      expect(transport.asked).toHaveLength(3);
    }
  });

  it('gives an answer that was cut more room the second time, or it would be cut again', async () => {
    const transport = scripted({ text: '{"words":["a', finish: 'length' }, say(['b', 'c']));
    await askGuarded(guarded(transport), signal);
    expect(transport.asked[1]?.maxAnswerTokens).toBe(600);
  });

  it('mends the better of two answers, since a second one is worse at times', async () => {
    const transport = scripted(say(['foul', 'a', 'b']), say(['foul', 'foul', 'foul']));
    const { answer, changes, problemsMended } = await askGuarded(guarded(transport), signal);
    expect(answer).toEqual({ words: ['a', 'b'] });
    expect(changes).toEqual(['A word went.']);
    expect(problemsMended.map(({ path }) => path)).toEqual(['words[0]']);
  });

  it('mends the first answer when the second has not even the shape', async () => {
    const transport = scripted(say(['foul', 'a', 'b']), { text: '{"words":"foul"}' });
    await expect(askGuarded(guarded(transport), signal)).resolves.toMatchObject({ answer: { words: ['a', 'b'] } });
  });

  it('falls back to the other answer when the better one cannot be mended', async () => {
    const transport = scripted(say(['foul', 'foul', 'a', 'b']), say(['rotten', 'c']));
    await expect(askGuarded(guarded(transport), signal)).resolves.toMatchObject({ answer: { words: ['a', 'b'] } });
  });

  it('tells what may stay although it is not as asked', async () => {
    const transport = scripted(say(['odd', 'a']), say(['odd', 'a']));
    const { problemsMended } = await askGuarded(guarded(transport), signal);
    expect(problemsMended.map(({ rule }) => rule)).toEqual(['too-short']);
  });

  it('asks once more where that is all a slip is worth, and then says nothing of it', async () => {
    const transport = scripted(say(['long', 'a', '*']), say(['long', 'b', 'c']));
    const answer = await askGuarded(guarded(transport), signal);
    expect(answer).toMatchObject({ answer: { words: ['long', 'b', 'c'] }, problemsMended: [], changes: [] });
    expect(transport.asked).toHaveLength(2);
  });

  it('tells only what is worth telling of an answer that rules mended', async () => {
    const transport = scripted(say(['foul', 'long', 'a']), say(['foul', 'long', 'b']));
    const { problemsMended } = await askGuarded(guarded(transport), signal);
    expect(problemsMended.map(({ rule }) => rule)).toEqual(['placeholder']);
  });

  it('tidies marks without a second call, which would cost seconds for a star', async () => {
    const transport = scripted(say(['*', 'a', 'b']));
    const answer = await askGuarded(guarded(transport), signal);
    expect(answer).toMatchObject({ answer: { words: ['a', 'b'] }, problemsMended: [], changes: [] });
    expect(transport.asked).toHaveLength(1);
  });

  it('says first what could not be mended, since a narrow screen shows no more, then the model and the work', async () => {
    const transport = scripted(say(['foul', 'a']), say(['odd', 'rotten']));
    await expect(askGuarded(guarded(transport), signal)).rejects.toThrow(
      new ProviderError(
        'PROVIDER_BAD_OUTPUT',
        'The word rotten is foul: the model "tiny:1b" of Ollama wrote the words so, also when asked again; try again, or choose another model.',
        { provider: 'Ollama' },
      ),
    );
  });

  it('mends by rule when the question with the list has no room in the context', async () => {
    const tooLong = new ProviderError('CONTEXT_EXCEEDED', 'too long', { provider: 'Ollama' });
    const transport = scripted(say(['foul', 'a', 'b']), tooLong);
    const { answer, usage } = await askGuarded(guarded(transport), signal);
    expect(answer).toEqual({ words: ['a', 'b'] });
    expect(usage.requests).toBe(1);
  });

  it('throws what the wire throws and what a cancel gives as they are', async () => {
    const gone = new ProviderError('PROVIDER_FAILED', 'gone', { provider: 'Ollama' });
    await expect(askGuarded(guarded(scripted(gone)), signal)).rejects.toBe(gone);
    await expect(askGuarded(guarded(scripted(say(['foul']), gone)), signal)).rejects.toBe(gone);
    const cancelled = new DOMException('cancelled', 'AbortError');
    await expect(askGuarded(guarded(scripted(say(['foul']), cancelled)), signal)).rejects.toBe(cancelled);
  });
});
