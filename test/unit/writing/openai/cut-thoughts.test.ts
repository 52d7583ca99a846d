import { expect, test } from 'vitest';
import { cutThoughts } from '../../../../src/writing/openai/cut-thoughts.ts';

test.each([
  ['<think>The user wants {"a":0}.</think>\n\n{"a":1}', '{"a":1}'],
  ['\n<thinking>\nHm.\n</thinking>{"a":1}', '{"a":1}'],
  ['[THINK]Hm.[/THINK]{"a":1}', '{"a":1}'],
  ['Hm, so {"a":0}.\n</think>\n{"a":1}', '{"a":1}'],
  ['<think></think>{"a":"</think>"}', '{"a":"</think>"}'],
])('cutThoughts leaves of %j what was said after the thoughts', (content, said) => {
  const { hasThoughts, text } = cutThoughts(content);
  expect(text.trim()).toBe(said);
  expect(hasThoughts).toBe(true);
});

test.each(['<think>It never ends', ' <think>', '[THINK]Hm, {"a":1}'])(
  'cutThoughts leaves nothing of %j, since its thoughts never end',
  (content) => {
    expect(cutThoughts(content)).toEqual({ text: '', hasThoughts: true });
  },
);

test.each(['{"a":"a <think> in </think> the text"}', ' {"a":1}', '', '```json\n{"a":1}\n```', 'Here it is: {"a":1}'])(
  'cutThoughts leaves %j as it is, for it holds no thought',
  (content) => {
    expect(cutThoughts(content)).toEqual({ text: content, hasThoughts: false });
  },
);
