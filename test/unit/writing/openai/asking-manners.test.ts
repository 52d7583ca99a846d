import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AskingManners,
  FIRST_MANNERS,
  learnFromRefusal,
  learnFromThoughts,
  writeRequest,
} from '../../../../src/writing/openai/asking-manners.ts';

const QUESTION = {
  model: 'qwen3-8b',
  messages: [{ role: 'user', content: 'Name a river.' }],
  schema: { type: 'object' },
  schemaName: 'river',
  temperature: 0.4,
  seed: 7,
  maxAnswerTokens: 400,
} as const;

describe('learnFromRefusal', () => {
  test.each([
    [
      'OpenAI',
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      { limit: 'max_completion_tokens' },
    ],
    ['OpenAI', "Unknown parameter: 'chat_template_kwargs'.", { leftOut: ['chat_template_kwargs'] }],
    [
      'Mistral in vLLM',
      'chat_template is not supported for Mistral tokenizers.',
      { leftOut: ['chat_template_kwargs'] },
    ],
    ['an older SGLang', "'loc': ('body', 'reasoning_effort'), 'msg': \"Input should be 'low', …\"", { effort: 'low' }],
    [
      'OpenAI',
      "Unsupported value: 'temperature' does not support 0.4 with this model. Only the default (1) value is supported.",
      { leftOut: ['temperature'] },
    ],
    [
      'a server that forbids what it does not know',
      '[{"loc":["body","seed"]},{"loc":["body","stream_options"]}]',
      { leftOut: ['seed', 'stream_options'] },
    ],
    ['a proxy', 'Temperature must be 1 for this model.', { leftOut: ['temperature'] }],
    ['a proxy', 'Reasoning effort is not supported.', { effort: 'low' }],
    [
      'a server that repeats the request',
      '{"detail":[{"loc":["body"],"msg":"Value error, seed is too large","input":{"seed":7,"temperature":0.4,"stream_options":{}}}]}',
      { leftOut: ['seed'] },
    ],
    [
      'vLLM, which repeats it as Python',
      "{\"error\":{\"message\":\"[{'loc': ('body',), 'msg': 'stream_options are not allowed', 'input': {'seed': 7, 'max_completion_tokens': 9}}]\"}}",
      { leftOut: ['stream_options'] },
    ],
  ])('knows what %s refuses by "%s"', (_who, body, learned) => {
    expect(learnFromRefusal(FIRST_MANNERS, { status: 400, body })).toEqual({ ...FIRST_MANNERS, ...learned });
  });

  test('leaves an effort out that is refused at its lowest, too', () => {
    const low = { ...FIRST_MANNERS, effort: 'low' } as const;
    expect(learnFromRefusal(low, { status: 422, body: 'reasoning_effort' })).toMatchObject({
      leftOut: ['reasoning_effort'],
    });
  });

  test.each([
    [400, 'I do not like you.'],
    [400, "'max_completion_tokens' is too large: 9000. This model's maximum context length is 8192 tokens."],
    [400, 'The seeds exceed the temperatures.'],
    [500, "Unknown parameter: 'chat_template_kwargs'."],
    [404, 'The model `seed` does not exist.'],
  ])('learns nothing of %d "%s"', (status, body) => {
    expect(learnFromRefusal(FIRST_MANNERS, { status, body })).toBeNull();
  });

  test('comes to an end whatever a server refuses', () => {
    const words = fc.constantFrom(
      'max_completion_tokens',
      'chat_template_kwargs',
      'enable_thinking',
      'reasoning_effort',
      'temperature',
      'seed',
      'stream_options',
    );
    const refusals = fc.array(fc.array(words, { maxLength: 4 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(refusals, (bodies) => {
        let manners: AskingManners = FIRST_MANNERS;
        let lessons = 0;
        for (const body of bodies) {
          const learned = learnFromRefusal(manners, { status: 400, body: body.join(' ') });
          if (learned === null) continue;
          expect(learned).not.toEqual(manners);
          manners = learned;
          lessons += 1;
        }
        // The name of the limit, the effort, and each field once.
        expect(lessons).toBeLessThanOrEqual(7);
      }),
    );
  });
});

describe('learnFromThoughts', () => {
  test('asks for little thinking and gives it room, once', () => {
    const learned = learnFromThoughts(FIRST_MANNERS);
    expect(learned).toEqual({ ...FIRST_MANNERS, effort: 'low', thinks: true });
    expect(learned && learnFromThoughts(learned)).toBeNull();
  });
});

describe('writeRequest', () => {
  test('asks for a stream that follows the schema, without thinking and within the limit', () => {
    expect(writeRequest(QUESTION, FIRST_MANNERS, 8_192)).toEqual({
      model: 'qwen3-8b',
      messages: QUESTION.messages,
      stream: true,
      stream_options: { include_usage: true },
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'river', schema: { type: 'object' }, strict: true },
      },
      chat_template_kwargs: { enable_thinking: false },
      reasoning_effort: 'none',
      temperature: 0.4,
      seed: 7,
      max_tokens: 400,
    });
  });

  test.each([
    [8_192, 2_448],
    [1_000, 996],
    [300, 400],
  ])('gives thoughts room as far as a context of %d tokens has it', (contextTokens, limit) => {
    const thinking = { ...FIRST_MANNERS, thinks: true };
    expect(writeRequest(QUESTION, thinking, contextTokens)).toMatchObject({ max_tokens: limit });
  });

  test('leaves out what is refused, and names the limit as the model wants it', () => {
    const leftOut = ['chat_template_kwargs', 'reasoning_effort', 'temperature', 'seed', 'stream_options'] as const;
    const body = writeRequest(QUESTION, { ...FIRST_MANNERS, limit: 'max_completion_tokens', leftOut }, 8_192);
    expect(Object.keys(body)).toEqual(['model', 'messages', 'stream', 'response_format', 'max_completion_tokens']);
  });
});
