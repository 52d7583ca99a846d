import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VISUAL_KINDS } from '../../../src/deck/visual-spec.ts';
import { chooseIcon, type IconScript } from '../../../src/deck/words/choose-icon.ts';
import { choosePictureKind, chooseStripKind, chooseVisualKinds } from '../../../src/deck/words/choose-visual-kinds.ts';
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

  test('shows in turns what fits nearly as well, so that neighbours about the same differ', () => {
    const icons = [0, 1, 2].map((turn) =>
      chooseIcon(
        iconScript({ heading: 'Clouds over the mountains', points: ['A bird'], lecture: { title: '', turn } }),
        '',
      ),
    );
    expect(icons).toEqual(['cloud', 'mountains', 'cloud']);
  });

  test('takes no figure of speech of a heading for the other of two, where English words name what is seen', () => {
    const icons = [0, 1, 2].map((turn) =>
      chooseIcon(
        iconScript({
          heading: 'Life in a crowded city',
          iconWords: ['fish', 'reef fish', 'bird'],
          lecture: { title: '', turn },
        }),
        '',
      ),
    );
    expect(new Set(icons)).toEqual(new Set(['fish']));
  });

  test('shows the icon of the deck on no two slides in a row that nothing else tells apart', () => {
    const icons = [1, 2, 3].map((turn) =>
      chooseIcon(iconScript({ heading: 'AI at ease', lecture: { title: '', turn } }), 'AI at work'),
    );
    expect(icons[1]).toBe('robot');
    for (const icon of [icons[0], icons[2]]) expect(NEUTRAL_ICONS).toContain(icon);
  });

  test('knows what the deck is about also by words of another language', () => {
    const script = iconScript({ heading: 'Pflege der Filter', iconWords: ['water filter', 'calendar'] });
    expect(chooseIcon(script, 'सिंचाई: कम पानी')).toBe('calendar');
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
  const title = 'The water cycle';

  test('follows the words of the slide among the patterns of its turn', () => {
    expect(choosePictureKind('The wind drives weather', { title, turn: 1 }, 7)).toBe('flow');
    expect(choosePictureKind('People and their health', { title, turn: 2 }, 7)).toBe('dots');
  });

  test('shows no neighbours in one pattern, whatever they are about, and none in that of the cover', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.nat(), fc.nat(20), (deck, matter, next, seed, turn) => {
        const cover = chooseVisualKinds(deck).strip;
        const kind = choosePictureKind(matter, { title: deck, turn }, seed);
        expect(kind).not.toBe(cover);
        expect(choosePictureKind(next, { title: deck, turn: turn + 1 }, seed)).not.toBe(kind);
        expect(chooseStripKind(deck, turn + 1)).not.toBe(kind);
      }),
    );
  });

  test('has more than one pattern for words that none suits, or all such slides would look alike', () => {
    const kinds = Array.from({ length: 12 }, (_, seed) => choosePictureKind('Zq', { title, turn: 2 }, seed));
    expect(new Set(kinds).size).toBe(2);
  });
});

describe('chooseStripKind', () => {
  test('takes turns beside content, with a pattern that deep slides do not have', () => {
    for (const title of ['The water cycle', 'A history of sound', 'Mountains', 'Time', 'People', 'Wind']) {
      const { section, strip } = chooseVisualKinds(title);
      expect(chooseStripKind(title, 2)).toBe(strip);
      expect([strip, section]).not.toContain(chooseStripKind(title, 3));
    }
  });
});
