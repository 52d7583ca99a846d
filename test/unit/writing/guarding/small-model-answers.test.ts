import { describe, expect, it } from 'vitest';
import type { OutlineAnswer } from '../../../../src/writing/answers/outline-answer.ts';
import type { SlideAnswer } from '../../../../src/writing/answers/slide-answer.ts';
import type { OutlineContext, SlideContext } from '../../../../src/writing/guarding/guarding-context.ts';
import { mendOutlineAnswer } from '../../../../src/writing/guarding/mend-outline-answer.ts';
import { mendSlideAnswer } from '../../../../src/writing/guarding/mend-slide-answer.ts';

// As a model of 1.5 billion parameters (Qwen2.5-Coder-1.5B-Instruct, Q4_K_M) said it, word for word, first and when asked again.
const LONG =
  'Heat pumps are a type of air-source heat pump that use a refrigerant to move heat from the outside to the inside of a home or building.';
const SLIDE: SlideAnswer = {
  heading: 'Introduction',
  points: [LONG, 'Heat pumps are reliable and efficient ways to heat your home or building.'],
  keywords: ['heat pumps', 'air-source', 'refrigerant'],
  narration: [
    { text: LONG, supports: 1 },
    { text: 'Heat pumps are reliable and efficient ways to heat your home or building.', supports: 2 },
  ],
};
const CONTEXT: SlideContext = {
  language: 'en',
  given: 'How heat pumps work',
  passages: [],
  kind: 'bullets',
  heading: 'Introduction',
  words: 65,
};

describe('answers of a small model', () => {
  it('are used where a row runs away: it is cut before a clause, since the slide has no row to spare', () => {
    const mended = mendSlideAnswer(SLIDE, CONTEXT);
    expect(mended?.answer.points).toEqual([
      'Heat pumps are a type of air-source heat pump that use a refrigerant to move heat',
      'Heat pumps are reliable and efficient ways to heat your home or building',
    ]);
    expect(mended?.answer.narration).toEqual(SLIDE.narration);
    expect(mended?.changes).toEqual([
      'the row “Heat pumps are a type of air-so…” was cut (far too long)',
      'the narration stays (too short)',
    ]);
  });

  it('lose a row that runs away where two others stay', () => {
    const points = [...(SLIDE.points ?? []), 'A refrigerant carries the heat'];
    const mended = mendSlideAnswer({ ...SLIDE, points }, CONTEXT);
    expect(mended?.answer.points?.[0]).toBe('Heat pumps are reliable and efficient ways to heat your home or building');
    expect(mended?.answer.points).toHaveLength(2);
  });

  it('are refused where a row runs away without a place to cut it, rather than cut in the middle of a thought', () => {
    const runaway = Array.from({ length: 30 }, (_, index) => `word${String.fromCharCode(97 + (index % 26))}`).join(' ');
    expect(mendSlideAnswer({ ...SLIDE, points: [runaway, 'Pumps heat homes'] }, CONTEXT)).toBeNull();
  });

  it('have their sentences tied to rows by what they say where the model counted sentences instead of rows', () => {
    const points = [
      'Evaporation is the change of liquid water into water vapour.',
      'Sunlight warms the surface of the sea, and the fastest molecules escape into the air.',
      'Warm, dry and windy air speeds evaporation up.',
    ];
    const said = ['The water cycle is the endless movement of water between sea, sky and land.', ...points];
    const answer: SlideAnswer = {
      heading: 'Evaporation and Transpiration',
      points,
      narration: said.map((text, index) => ({ text, supports: index + 1 })),
    };
    const mended = mendSlideAnswer(answer, { ...CONTEXT, heading: answer.heading });
    expect(mended?.answer.narration.map(({ supports }) => supports)).toEqual([null, 1, 2, 3]);
    expect(mended?.changes).toEqual([
      'the row “Sunlight warms the surface of t…” stays (too long)',
      'the narration stays (reading the rows out)',
    ]);
  });

  it('keep the numbers of their sentences where these may well be rows, with a summary of its own at the end', () => {
    const answer: SlideAnswer = {
      heading: 'What drives evaporation',
      points: ['Sunlight warms the sea', 'Dry wind carries vapour off'],
      narration: [
        { text: 'Think of a puddle at noon and how soon it is gone.', supports: 1 },
        { text: 'A shirt on the line shows what moving air can do.', supports: 2 },
        { text: 'Both together empty a shallow lake in a summer.', supports: 3 },
      ],
    };
    const mended = mendSlideAnswer(answer, { ...CONTEXT, heading: answer.heading, words: 33 });
    expect(mended?.answer.narration.map(({ supports }) => supports)).toEqual([1, 2, null]);
  });

  it('lose the tail of a claim that they would say again as a row, and keep the rest of their plan', () => {
    const planned = { covers: ['Refrigerant'], layout: 'bullets', picture: false, passages: [] } as const;
    const outline: OutlineAnswer = {
      title: 'How Heat Pumps Work',
      subtitle: 'A guide',
      slides: [{ ...planned, passages: [], covers: ['Refrigerant'], heading: 'How they move heat', claim: LONG }],
      closing: 'Conclusion: Heat pumps are a reliable and efficient way to heat your home or building.',
    };
    const mended = mendOutlineAnswer(outline, { language: 'en', given: 'How heat pumps work', passages: [] });
    expect(mended?.answer.slides[0]?.claim).toBe(
      'Heat pumps are a type of air-source heat pump that use a refrigerant to move heat',
    );
    expect(mended?.answer.closing).toBe(outline.closing.replace(/\.$/u, ''));
    expect(mended?.changes).toEqual(['the claim “Heat pumps are a type of air-so…” was cut (too long)']);
  });

  it('keep their plan where they name passages as what a slide covers: its heading stands for them', () => {
    const outline: OutlineAnswer = {
      title: 'The Water Cycle',
      subtitle: 'How the same water moves between sea, sky and land',
      slides: [
        {
          heading: 'Evaporation and Transpiration',
          claim: 'Evaporation is the change of liquid water into water vapour.',
          covers: ['p1', 'p2'],
          layout: 'bullets',
          picture: false,
          passages: ['p1', 'p2'],
        },
        {
          heading: 'Condensation and Clouds',
          claim: 'Why do clouds form high above the ground?',
          covers: ['p3', 'p4'],
          layout: 'bullets',
          picture: false,
          passages: ['p3', 'p4'],
        },
      ],
      closing: 'The water cycle moves water but makes almost none, so clean water is worth protecting.',
    };
    const context: OutlineContext = {
      language: 'en',
      given: 'The Water Cycle',
      passages: ['p1', 'p2', 'p3', 'p4'].map((name) => ({ name, text: 'Water moves between sea, sky and land.' })),
    };
    const mended = mendOutlineAnswer(outline, context);
    expect(mended?.answer.slides.map(({ covers }) => covers)).toEqual([
      ['Evaporation and Transpiration'],
      ['Condensation and Clouds'],
    ]);
  });
});
