import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readAnswer } from '../../../../src/writing/guarding/read-answer.ts';

it.each([
  ['a fence', '```json\n{"a":1}\n```'],
  ['a byte order mark', '\ufeff{"a":1}'],
  ['words around it', 'Sure! Here it is: {"a":1} I hope this helps.'],
  ['braces in the words before it', 'In the form {x}: {"a":1}'],
])('finds the object behind %s', (_, text) => {
  expect(readAnswer(text)).toEqual({ a: 1 });
});

it.each([
  ['cut', '{"a":{"b":1},"c":'],
  ['with a comma too many', '{"a":1,}'],
  ['an array', '[1,2]'],
  ['no JSON at all', 'I cannot do that.'],
])('finds none in a text that is %s: a part or a guess would be another answer', (_, text) => {
  expect(readAnswer(text)).toBeNull();
});

it('finds every object, whatever its texts hold', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom('', 'Here: ', '\n\n'), (value, before) => {
      const json = JSON.stringify(value);
      expect(JSON.stringify(readAnswer(`${before}${json}\n\`\`\``))).toBe(JSON.stringify(JSON.parse(json)));
    }),
  );
});
