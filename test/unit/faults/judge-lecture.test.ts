import { describe, expect, it } from 'vitest';
import { ProviderError } from '../../../src/contract/errors.ts';
import type { OutlineSlide } from '../../../src/contract/schemas/outline.ts';
import type { SlideScript } from '../../../src/contract/schemas/slide-script.ts';
import { judgeFailure } from '../../faults/writing/judge-failure.ts';
import { judgeLecture } from '../../faults/writing/judge-lecture.ts';
import type { WrittenLecture } from '../../faults/writing/written-lecture.ts';

const written = <Value>(value: Value) => ({ value, warnings: [], isMended: false, usage: null });

const planned = (id: string, heading: string, passageIds: readonly string[]): OutlineSlide => ({
  id,
  role: 'content',
  layout: 'bullets',
  heading,
  subtitle: null,
  claim: null,
  covers: [],
  words: 10,
  pictureKeywords: null,
  passageIds: [...passageIds],
  progress: null,
});

const scriptOf = (slideId: string, sentences: readonly string[]): SlideScript => ({
  slideId,
  layout: 'bullets',
  heading: 'Ebb',
  subtitle: null,
  points: ['The moon pulls', 'The water follows'],
  exhibit: null,
  picture: null,
  narration: sentences.map((text) => ({ text, supports: null })),
  citations: [],
  progress: null,
  smallPrint: [],
});

const FIRST = ['The moon pulls at the sea.', 'So the water rises.'];
const SECOND = ['Later the coast turns away.', 'Then the water falls.'];

function lectureOf(scripts: readonly SlideScript[], slides: readonly OutlineSlide[]): WrittenLecture {
  return {
    brief: {
      document: null,
      topic: 'Tides',
      language: 'en',
      slides: slides.length,
      minutes: null,
      audience: null,
      tone: null,
      model: 'm',
      variation: 0,
      attempt: 1,
    },
    outline: written({ title: 'Tides', subtitle: null, language: 'en', writer: 'ollama', slides: [...slides] }),
    slides: scripts.map((script) => ({ script: written(script), tags: written([]) })),
  };
}

const PLAN = [planned('a', 'Flood', ['p-1']), planned('b', 'Ebb', ['p-2'])];
const SCRIPTS = [scriptOf('a', FIRST), scriptOf('b', SECOND)];

const changed = (script: Partial<SlideScript>) => [{ ...scriptOf('a', FIRST), ...script }, scriptOf('b', SECOND)];
const spoken = (...sentences: readonly string[]) => changed({ narration: scriptOf('a', sentences).narration });

describe('the judge of lectures that were written under faults', () => {
  it('finds nothing wrong with a sound lecture', () => {
    expect(judgeLecture(lectureOf(SCRIPTS, PLAN))).toEqual([]);
  });

  it.each([
    { what: 'one point alone', scripts: changed({ points: ['The moon pulls'] }), finding: 'has 1 points' },
    { what: 'a script of another slide', scripts: changed({ slideId: 'x' }), finding: 'the script of "x"' },
    { what: 'a sentence said twice', scripts: spoken(...FIRST, FIRST[0] ?? ''), finding: 'says a sentence twice' },
    {
      what: 'another language',
      scripts: changed({ points: ['चाँद खींचता है', 'The sea'] }),
      finding: 'not in the language',
    },
    { what: 'an invented year', scripts: spoken(...FIRST, 'In 1873 it was measured.'), finding: 'says 1873' },
    { what: 'talk of a model', scripts: spoken(...FIRST, 'As an AI I stop here.'), finding: 'speaks of how' },
    { what: 'a greeting in the middle', scripts: spoken(...FIRST, 'And welcome back.'), finding: 'It greets' },
    { what: 'far too few words', scripts: spoken('The moon pulls.'), finding: 'It says 3 words' },
    { what: 'two slides that say the same', scripts: spoken(...SECOND), finding: 'Two slides say the same' },
  ])('finds $what', ({ finding, scripts }) => {
    expect(judgeLecture(lectureOf(scripts, PLAN)).join(' ')).toContain(finding);
  });

  it('lets a length pass that a warning tells of', () => {
    const { slides, ...rest } = lectureOf(spoken('The moon pulls.'), PLAN);
    const told = slides.map((slide) => ({
      ...slide,
      script: { ...slide.script, warnings: [{ code: 'SCRIPT_MENDED', message: 'It is short.' }], isMended: true },
    }));
    expect(judgeLecture({ ...rest, slides: told })).toEqual([]);
  });

  it('finds two headings alike, a passage on two slides and a lack of slides', () => {
    const plan = [planned('a', 'Flood', ['p-1']), planned('b', 'flood', ['p-1'])];
    const { brief, ...rest } = lectureOf(SCRIPTS, plan);
    const findings = judgeLecture({ ...rest, brief: { ...brief, slides: 3 } });
    expect(findings).toHaveLength(3);
  });

  it('calls an error clear that has a code and one line, and finds a stack and a defect', () => {
    const errorOf = (message: string) => new ProviderError('PROVIDER_BAD_OUTPUT', message, { provider: 'Ollama' });
    expect(judgeFailure(errorOf('The model wrote nothing; try again.'))).toEqual([]);
    expect(judgeFailure(errorOf('The model\n    at ask'))).toHaveLength(1);
    expect(judgeFailure(new TypeError('x is undefined'))).toHaveLength(1);
  });
});
