import { describe, expect, it } from 'vitest';
import { outlineSchema } from '../../../../src/contract/schemas/outline.ts';
import { toOutline } from '../../../../src/writing/drafting/to-outline.ts';
import { lectureBrief, lectureOutline, longDocument, outlineAnswer } from '../../../fixtures/sample-lecture.ts';

const BRIEF = lectureBrief({ topic: 'AI in healthcare' });

describe('toOutline', () => {
  it('puts a cover before the slides of the model and a closing slide after them', () => {
    const outline = outlineSchema.parse(lectureOutline(BRIEF));
    expect(outline.slides.map(({ role }) => role)).toEqual(['cover', ...Array(8).fill('content'), 'closing']);
    expect(outline.slides.at(0)).toMatchObject({
      heading: 'AI in healthcare',
      subtitle: 'What machines see and what they miss',
      words: 40,
    });
    expect(outline.slides.at(-1)).toMatchObject({ heading: 'What to take along', subtitle: null, words: 45 });
  });

  it('shows a picture only beside rows, and leaves what it shows to the script', () => {
    const { slides } = lectureOutline(BRIEF);
    expect(slides[1]).toMatchObject({ layout: 'bullets-picture', pictureKeywords: [] });
    expect(slides[2]).toMatchObject({ layout: 'definition', pictureKeywords: null });
    expect(slides[4]).toMatchObject({ layout: 'bullets', pictureKeywords: null });
  });

  it('names a slide by what it is about, so that it keeps its id wherever it stands', () => {
    const answer = outlineAnswer('en');
    const turned = { ...answer, slides: [...answer.slides].reverse() };
    const ids = (all: typeof answer): string[] => toOutline(all, BRIEF, 'ollama').slides.map(({ id }) => id);
    expect(ids(turned)).toEqual([ids(answer)[0], ...ids(answer).slice(1, -1).reverse(), ids(answer).at(-1)]);
    expect(new Set(ids(answer)).size).toBe(10);
  });

  it('gives two slides about the very same ids of their own', () => {
    const answer = outlineAnswer('en');
    const slides = answer.slides.map(() => ({ ...outlineAnswer('en').slides[0] }));
    const same = { ...answer, slides: slides as typeof answer.slides };
    expect(new Set(toOutline(same, BRIEF, 'ollama').slides.map(({ id }) => id)).size).toBe(10);
  });

  it('maps short names to passages, each kept by the first slide that took it', async () => {
    const document = await longDocument();
    const brief = lectureBrief({ document });
    const { slides } = lectureOutline(brief, ['p1', 'p4', 'p1']);
    expect(slides.map(({ passageIds }) => passageIds).slice(0, 5)).toEqual([
      [],
      [document.passages[0]?.id],
      [document.passages[3]?.id],
      [],
      [],
    ]);
  });

  it('sets marks and quotes as slides show them, and leaves a subtitle that says nothing out', () => {
    const answer = { ...outlineAnswer('en'), title: 'the "second pair" of eyes.', subtitle: '' };
    expect(toOutline(answer, BRIEF, 'ollama')).toMatchObject({ title: 'The “second pair” of eyes', subtitle: null });
  });

  it('opens each section with a slide that shows how far the lecture is', () => {
    const sections = [
      { title: 'In the clinic', slides: 3 },
      { title: 'Trust', slides: 5 },
    ];
    const { slides } = outlineSchema.parse(toOutline({ ...outlineAnswer('en'), sections }, BRIEF, 'ollama'));
    const row = ['content', 'content', 'content'];
    expect(slides.map(({ role }) => role)).toEqual([
      'cover',
      'section',
      ...row,
      'section',
      ...row,
      'content',
      'content',
      'closing',
    ]);
    expect(slides[5]).toMatchObject({
      layout: 'section',
      heading: 'Trust',
      words: 25,
      passageIds: [],
      pictureKeywords: null,
      progress: { titles: ['In the clinic', 'Trust'], current: 1 },
    });
    expect(new Set(slides.map(({ id }) => id)).size).toBe(12);
  });

  it('numbers the sections however many there are, since the rules show those around the current one', () => {
    const sections = outlineAnswer('en')
      .slides.slice(0, 5)
      .map(({ claim }) => ({ title: claim, slides: 1 }));
    const { slides } = toOutline({ ...outlineAnswer('en'), sections }, BRIEF, 'ollama');
    const shown = slides.filter(({ role }) => role === 'section').map(({ progress }) => progress);
    expect(shown.map((progress) => progress?.current)).toEqual([0, 1, 2, 3, 4]);
    expect(shown[4]?.titles).toHaveLength(5);
  });
});
