import { expect, test } from 'vitest';
import { cleanSource } from '../../../src/documents/cleaning/clean-source.ts';

const ESCAPE = '\u001B';

test('terminal colours and links go whole, since without their first character they would be read aloud', () => {
  expect(
    cleanSource(`${ESCAPE}[1;31mRain${ESCAPE}[0m falls ${ESCAPE}]8;;https://example.org\u0007here${ESCAPE}]8;;\u0007.`),
  ).toBe('Rain falls here.');
});

test('brackets of the text stay', () => {
  expect(cleanSource('See [31m] and [sic].')).toBe('See [31m] and [sic].');
});
