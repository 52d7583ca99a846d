import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { VISUAL_KINDS } from '../../../src/deck/visual-spec.ts';
import { chooseIcon } from '../../../src/deck/words/choose-icon.ts';
import { chooseVisualKinds } from '../../../src/deck/words/choose-visual-kinds.ts';
import { ICON_WORDS, NEUTRAL_ICON } from '../../../src/deck/words/icon-words.ts';

const require = createRequire(import.meta.url);

describe('chooseIcon', () => {
  test('follows the heading before the points, which may mention anything', () => {
    expect(chooseIcon({ heading: 'Snow stores water for summer', points: ['A river runs', 'A river swells'] })).toBe(
      'snowflake',
    );
  });

  test.each([
    ['General-purpose models', 'dna'],
    ['Art. 5 of the Act', 'palette'],
    ['Open on Sundays', 'sun'],
    ['37signals pays well', 'wifi-high'],
    ['Two families of waves', 'house'],
  ])('does not take "%s" for what its letters recall', (heading, icon) => {
    expect(chooseIcon({ heading, points: [] })).not.toBe(icon);
  });

  test('takes a neutral icon when no word is known', () => {
    expect(chooseIcon({ heading: 'Miscellany', points: [] })).toBe(NEUTRAL_ICON);
  });

  test('knows only icons that are installed, or a plate would stay empty', () => {
    const names = [...ICON_WORDS.map(([icon]) => icon), NEUTRAL_ICON];
    const missing = names.filter(
      (name) => !existsSync(require.resolve(`@phosphor-icons/core/assets/duotone/${name}-duotone.svg`)),
    );
    expect(missing).toEqual([]);
  });
});

describe('chooseVisualKinds', () => {
  test('follows the topic', () => {
    expect(chooseVisualKinds('The water cycle').strip).toBe('waves');
    expect(chooseVisualKinds('A history of sound').strip).toBe('ridgelines');
  });

  test('is steady for a title without a known word, and differs between titles', () => {
    const kinds = Array.from({ length: 60 }, (_, index) => chooseVisualKinds(`Zq${index}`).strip);
    expect(kinds).toEqual(Array.from({ length: 60 }, (_, index) => chooseVisualKinds(`Zq${index}`).strip));
    expect(new Set(kinds)).toEqual(new Set(VISUAL_KINDS));
  });

  test('gives deep slides a second pattern', () => {
    const { strip, section } = chooseVisualKinds('Mountains');
    expect(section).not.toBe(strip);
  });
});
