import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { VISUAL_KINDS } from '../../../src/deck/visual-spec.ts';
import { chooseIcon, type IconScript } from '../../../src/deck/words/choose-icon.ts';
import { choosePictureKind, chooseVisualKinds } from '../../../src/deck/words/choose-visual-kinds.ts';
import { HINDI_ICON_WORDS } from '../../../src/deck/words/hindi-icon-words.ts';
import { ICON_WORDS } from '../../../src/deck/words/icon-words.ts';
import { NEUTRAL_ICONS } from '../../../src/deck/words/neutral-icons.ts';

const require = createRequire(import.meta.url);

const iconScript = (part: Partial<IconScript>): IconScript => ({
  slideId: 'a',
  layout: 'bullets',
  heading: 'Miscellany',
  points: [],
  picture: null,
  ...part,
});

describe('chooseIcon', () => {
  test('follows the heading before the points, which may mention anything', () => {
    const script = iconScript({ heading: 'Snow stores water for summer', points: ['A river runs', 'A river swells'] });
    expect(chooseIcon(script, 'Seasons')).toBe('snowflake');
  });

  test.each([
    ['General-purpose models', 'dna'],
    ['Art. 5 of the Act', 'palette'],
    ['Open on Sundays', 'sun'],
    ['Set a name with --global', 'globe-hemisphere-west'],
    ['37signals pays well', 'wifi-high'],
    ['Two families of waves', 'house'],
    ['जल्दी में किया काम', 'drop'],
  ])('does not take "%s" for what its letters recall', (heading, icon) => {
    expect(chooseIcon(iconScript({ heading }), '')).not.toBe(icon);
  });

  test.each([
    ['बादल कैसे बनते हैं', 'cloud'],
    ['धरती के नीचे का पानी', 'drop'],
    ['पेड़ों की छाया', 'tree'],
    ['पे\u095Cों की छाया', 'tree'],
  ])('knows the Hindi words of "%s", however its nuktas are written', (heading, icon) => {
    expect(chooseIcon(iconScript({ heading }), 'प्रकृति')).toBe(icon);
  });

  test('follows the English words that a writer gives for a slide in another language', () => {
    const heading = 'Warum das Meer steigt';
    expect(chooseIcon(iconScript({ heading, iconWords: ['glacier', 'ice sheet'] }), 'Klima')).toBe('snowflake');
    const picture = { keywords: ['lighthouse', 'ocean'], altText: 'Ein Leuchtturm' };
    expect(chooseIcon(iconScript({ heading, picture }), 'Klima')).toBe('waves');
  });

  test.each([
    [['keyboard', 'hands'], 'keyboard'],
    [['laptop', 'desk'], 'laptop'],
    [['folders', 'shelf'], 'folder-open'],
    [['bug', 'magnifier'], 'bug-beetle'],
  ])('knows the things that stand for %j in lectures about software', (iconWords, icon) => {
    expect(chooseIcon(iconScript({ iconWords }), 'Git in practice')).toBe(icon);
  });

  test('lets any other word come before those of the deck, or all its slides would show the same icon', () => {
    const script = iconScript({ heading: 'AI in the hospital', points: ['AI reads', 'AI writes', 'AI adds'] });
    expect(chooseIcon(script, 'AI at work')).toBe('stethoscope');
    expect(chooseIcon(iconScript({ heading: 'AI at ease' }), 'AI at work')).toBe('robot');
    expect(chooseIcon(iconScript({ layout: 'cover', heading: 'AI at war' }), 'AI at war')).toBe('robot');
  });

  test('takes a shape that says nothing when no word is known, and not the same one for all slides', () => {
    const icons = Array.from({ length: 80 }, (_, index) => chooseIcon(iconScript({ slideId: `slide-${index}` }), ''));
    expect(new Set(icons)).toEqual(new Set(NEUTRAL_ICONS));
  });

  test('knows only icons that are installed, or a plate would stay empty', () => {
    const names = [...ICON_WORDS.map(([icon]) => icon), ...NEUTRAL_ICONS];
    const missing = names.filter(
      (name) => !existsSync(require.resolve(`@phosphor-icons/core/assets/duotone/${name}-duotone.svg`)),
    );
    expect(missing).toEqual([]);
  });

  test('has Hindi words in NFC for icons that it knows, or they would never be found', () => {
    const icons = new Set(ICON_WORDS.map(([icon]) => icon));
    for (const [icon, words] of Object.entries(HINDI_ICON_WORDS)) {
      expect(icons).toContain(icon);
      expect(words).toBe(words.normalize('NFC'));
    }
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

describe('choosePictureKind', () => {
  test('draws slides of one lecture differently, each in a pattern that its words suit', () => {
    const matter = 'Rivers carry water to the sea\nThe land is flat';
    const kinds = Array.from({ length: 60 }, (_, seed) => choosePictureKind(matter, seed));
    expect(new Set(kinds)).toEqual(new Set(['waves', 'contours']));
    expect(choosePictureKind(matter, 7)).toBe(choosePictureKind(matter, 7));
  });

  test('has two patterns also for words that none suits, or all such slides would look alike', () => {
    expect(new Set([0, 1, 2, 3].map((seed) => choosePictureKind('Zq', seed))).size).toBe(2);
  });
});
