import { describe, expect, it } from 'vitest';
import { explainUnusableGoVersion } from '../../../../src/temporal/cli-binary/build-cli.ts';
import { hasPinnedMinor, parseCliVersion } from '../../../../src/temporal/cli-binary/cli-version.ts';

describe('what the Temporal CLI says about itself', () => {
  it.each([
    ['temporal version 1.8.2 (Server 1.31.2, UI 2.50.1)\n', { cli: '1.8.2', server: '1.31.2' }],
    ['temporal version 1.8.0-rc.1 (Server 1.31.0-155.1, UI 2.50.1)', { cli: '1.8.0-rc.1', server: '1.31.0-155.1' }],
    ['temporal version 0.0.0-DEV (Server 1.31.2, UI 2.50.1)', { cli: '0.0.0-DEV', server: '1.31.2' }],
  ])('is read from %j', (text, version) => {
    expect(parseCliVersion(text)).toEqual(version);
  });

  it.each(['', 'tctl version 1.18', 'temporal version latest', 'GNU coreutils 9.1'])(
    'is not guessed from %j',
    (text) => {
      expect(parseCliVersion(text)).toBeNull();
    },
  );

  it.each([
    ['1.8.0', true],
    ['1.8.99', true],
    ['1.80.0', false],
    ['1.7.3', false],
    ['2.8.2', false],
  ])('%s has the pinned minor: %s', (cli, expected) => {
    expect(hasPinnedMinor({ cli, server: '1.31.2' })).toBe(expected);
  });
});

describe('a Go program', () => {
  it.each(['go1.26.4\nlocal\n', 'go1.26.8\nlocal\n', 'go1.27rc1\nlocal\n', 'go2.0\nlocal\n', 'go1.21.0\nauto\n'])(
    'can build the CLI when it says %j',
    (text) => {
      expect(explainUnusableGoVersion(text)).toBeNull();
    },
  );

  it.each([
    ['go1.26.3\nlocal\n', 'go1.26.3'],
    ['go1.19\nauto\n', 'go1.19'],
    ['', 'no Go'],
  ])('is refused by name when it says %j', (text, named) => {
    expect(explainUnusableGoVersion(text)).toContain(named);
  });
});
