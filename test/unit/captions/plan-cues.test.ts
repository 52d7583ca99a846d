import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cue } from '../../../src/captions/cue.ts';
import { planCues } from '../../../src/captions/plan-cues.ts';
import type { TimedSentence, Timeline } from '../../../src/contract/schemas/timeline.ts';
import { calculateTimeline } from '../../../src/narration/calculate-timeline.ts';
import { layoutOf, pageOf, sentenceOf, voiceOf } from '../narration/spoken-slides.ts';

/** Sentences at 15 graphemes a second with the usual pause between them, one slide for each list. */
function timelineOf(...slides: readonly (readonly string[])[]): Timeline {
  return calculateTimeline({
    fps: 30,
    slides: slides.map((texts, index) => {
      let atS = 0.3;
      const sentences = texts.map((text): TimedSentence => {
        const sentence = sentenceOf(text, null, atS, atS + text.length / 15);
        atS += text.length / 15 + 0.35;
        return sentence;
      });
      const slideId = `s${index}`;
      const lengthS = Math.ceil((atS + 0.5) * 30) / 30;
      return { layout: layoutOf(slideId, pageOf('A', [])), spoken: voiceOf(slideId, lengthS, ...sentences) };
    }),
  });
}
const linesOf = (cues: readonly Cue[]): string[] => cues.map((cue) => cue.lines.join(' / '));
const countGraphemes = (text: string): number =>
  [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].length;

describe('planCues', () => {
  test('cuts at clauses and before phrases, and leaves articles with their nouns', () => {
    const cues = planCues(
      timelineOf([
        'Water is the only substance on Earth that occurs naturally as a solid, a liquid and a gas.',
        'The oceans hold about 97 percent of all the water on Earth, and less than one percent is fresh.',
        'Most of it is frozen in glaciers and ice caps, mainly in Antarctica and Greenland.',
      ]),
    );
    expect(linesOf(cues)).toEqual([
      'Water is the only substance on Earth',
      'that occurs naturally / as a solid, a liquid and a gas.',
      'The oceans hold about 97 percent / of all the water on Earth,',
      'and less than one percent is fresh.',
      'Most of it is frozen / in glaciers and ice caps,',
      'mainly in Antarctica and Greenland.',
    ]);
  });

  test('starts with the first word and stays for twelve frames after the last, up to the next caption', () => {
    expect(planCues(timelineOf(['Rain falls on the mountains.', 'It runs down to the sea.']))).toEqual([
      {
        startSample: 14_400,
        endSample: 116_800,
        lines: ['Rain falls on the mountains.'],
      },
      { startSample: 120_000, endSample: 217_600, lines: ['It runs down to the sea.'] },
    ]);
  });

  test('stays 5/6 s, or long enough to read, when the voice is faster and silence follows', () => {
    const endsOf = (sentence: TimedSentence) => {
      const spoken = voiceOf('a', 8, sentence);
      return planCues(calculateTimeline({ fps: 30, slides: [{ layout: layoutOf('a', pageOf('A', [])), spoken }] }));
    };
    expect(endsOf(sentenceOf('Stop.', null, 1, 1.2))[0]).toMatchObject({ startSample: 48_000, endSample: 88_000 });
    // 35 graphemes take two seconds to read.
    expect(endsOf(sentenceOf('Water moves round the Earth always.', null, 1, 2))[0]?.endSample).toBe(147_200);
  });

  test('shows no caption longer than seven seconds, however slow the voice', () => {
    const slow = sentenceOf('Water moves round the Earth always.', null, 1, 13);
    const spoken = voiceOf('a', 15, slow);
    const cues = planCues(calculateTimeline({ fps: 30, slides: [{ layout: layoutOf('a', pageOf('A', [])), spoken }] }));
    expect(linesOf(cues)).toEqual(['Water moves round', 'the Earth always.']);
    for (const cue of cues) expect(cue.endSample - cue.startSample).toBeLessThanOrEqual(7 * 48_000);
  });

  test('leaves a title with its name', () => {
    const [first] = planCues(timelineOf(['Once upon a time there was a man called Dr. Smith who measured rain.']));
    expect(first?.lines).toEqual(['Once upon a time there was a man', 'called Dr. Smith who measured rain.']);
  });

  test('lets very short sentences share a caption, since none could be read alone', () => {
    expect(linesOf(planCues(timelineOf(['Most of it is out of reach.', 'Why?', 'Because it is frozen.'])))).toEqual([
      'Most of it is out of reach.',
      'Why? Because it is frozen.',
    ]);
    expect(linesOf(planCues(timelineOf(['Yes.', 'No.', 'A drop spends about nine days in the air.'])))).toEqual([
      'Yes. No.',
      'A drop spends about nine days in the air.',
    ]);
  });

  test('never shows words of two slides together', () => {
    expect(linesOf(planCues(timelineOf(['Yes.'], ['No.'])))).toEqual(['Yes.', 'No.']);
  });

  test('cuts a word that no line can hold between graphemes', () => {
    const cues = planCues(timelineOf([`${'क्षि'.repeat(50)} ends.`]));
    expect(linesOf(cues).join(' ')).toBe(`${'क्षि'.repeat(25)} / ${'क्षि'.repeat(25)} ends.`);
  });

  test('keeps Hindi postpositions with their nouns', () => {
    const text = 'सूर्य की गर्मी से समुद्र का पानी भाप बनकर ऊपर उठता है और ठंडा होकर बादल बन जाता है।';
    expect(linesOf(planCues(timelineOf([text])))).toEqual([
      'सूर्य की गर्मी से समुद्र का पानी भाप बनकर ऊपर उठता है / और ठंडा होकर बादल बन जाता है।',
    ]);
  });

  test('keeps what a Hindi postposition of possession goes on to, and nouns that "and" joins', () => {
    const broken = (text: string): string => linesOf(planCues(timelineOf([text]))).join(' | ');
    expect(broken('भारत के करोड़ों किसान हर साल आसमान की ओर देखकर अपनी फ़सल की योजना बनाते हैं।')).toBe(
      'भारत के करोड़ों किसान हर साल आसमान की ओर / देखकर अपनी फ़सल की योजना बनाते हैं।',
    );
    expect(broken('इसीलिए मुंबई और मंगलूरु जैसे तटीय शहर बरसात में पूरी तरह भीग जाते हैं।')).toBe(
      'इसीलिए मुंबई और मंगलूरु जैसे तटीय शहर बरसात में / पूरी तरह भीग जाते हैं।',
    );
  });

  test('leaves no German article or preposition at the end of a line', () => {
    const texts = [
      'Nun müssen neben dem Plan auch die Begründung und die vorliegenden Gutachten einsehbar sein.',
      'Wird der Entwurf danach in seinen Grundzügen geändert, erhalten die Betroffenen erneut Gelegenheit zur Äußerung.',
    ];
    const lines = linesOf(planCues(timelineOf(texts))).flatMap((cue) => cue.split(' / '));
    expect(lines.filter((line) => /(?:\s|^)(?:der|die|das|dem|den|in|neben|zur|und)$/u.test(line))).toEqual([]);
  });

  test('shows every word once, in order, within its lines, its page and its reading time', () => {
    const word = fc.oneof(
      {
        weight: 8,
        arbitrary: fc.constantFrom(
          'the',
          'water',
          'of',
          'a',
          'rivers,',
          'and',
          'evaporation',
          '—',
          '1,386,000',
          'New',
          'York',
        ),
      },
      {
        weight: 2,
        arbitrary: fc
          .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
          .map((text) => text.replace(/\s/gu, '') || 'x'),
      },
    );
    const sentence = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(' '));
    const slide = fc.array(sentence, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(slide, { minLength: 1, maxLength: 2 }), (slides) => {
        const timeline = timelineOf(...slides);
        const cues = planCues(timeline);
        const shown = cues
          .flatMap((cue) => cue.lines)
          .join('')
          .replace(/\s/gu, '');
        expect(shown).toBe(slides.flat().join('').replace(/\s/gu, ''));
        const pageEnds = timeline.pages.map((page) => (page.startFrame + page.frameCount) * 1600);
        let lastEnd = 0;
        for (const { startSample, endSample, lines } of cues) {
          expect(lines.length).toBeLessThanOrEqual(2);
          for (const line of lines) {
            expect(countGraphemes(line)).toBeLessThanOrEqual(42);
            expect(line).toBe(line.trim());
            expect(line).not.toBe('');
          }
          expect(startSample).toBeGreaterThanOrEqual(lastEnd);
          expect(endSample).toBeGreaterThan(startSample);
          expect(startSample % 1600).toBe(0);
          expect(endSample % 1600).toBe(0);
          const pageEnd = pageEnds.find((end) => end > startSample);
          expect(endSample).toBeLessThanOrEqual(pageEnd ?? 0);
          lastEnd = endSample;
        }
      }),
      { numRuns: 60 },
    );
  });
});
