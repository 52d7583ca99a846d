import { expect, it } from 'vitest';
import { describeTerminal } from '../../../src/cli/describe-terminal.ts';

const terminal = { isTTY: true, columns: 120 };

it.each([
  ['a terminal', terminal, {}, true, true],
  ['a pipe', {}, {}, false, false],
  ['NO_COLOR', terminal, { NO_COLOR: '1' }, true, false],
  ['an empty NO_COLOR, which counts as unset', terminal, { NO_COLOR: '' }, true, true],
  ['FORCE_COLOR in a pipe', {}, { FORCE_COLOR: '1' }, false, true],
  ['NO_COLOR against FORCE_COLOR', terminal, { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ['a dumb terminal', terminal, { TERM: 'dumb' }, false, false],
  ['CI with a terminal, whose log keeps every frame', terminal, { CI: 'true' }, false, true],
] as const)('%s', (_, stream, env, isInteractive, hasColor) => {
  expect(describeTerminal(stream, env)).toMatchObject({ isInteractive, hasColor });
});

it('takes the width of the terminal at each look, 80 without one and never less than 40', () => {
  const stream = { isTTY: true, columns: 120 };
  const { columns } = describeTerminal(stream, {});
  expect(columns()).toBe(120);
  stream.columns = 10;
  expect(columns()).toBe(40);
  expect(describeTerminal({}, {}).columns()).toBe(80);
});
