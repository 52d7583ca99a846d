import { outlineSchema } from '../../../src/contract/schemas/outline.ts';
import { slideScriptSchema } from '../../../src/contract/schemas/slide-script.ts';
import type { LectureBrief } from '../../../src/writing/writer.ts';
import type { WrittenLecture, WrittenSlide } from './written-lecture.ts';

/** A writer may go this far from the words that a slide was given without a word about it. */
/** From a fifth on it is asked for again, from three tenths on it is told. */
const WORDS_TOLERANCE = 0.3;
const LEAST_POINTS = 2;
/** Names and technical words stay in Latin letters. */
const LEAST_SHARE_OF_SCRIPT = 0.7;
const SCRIPT_BY_LANGUAGE: Readonly<Record<string, RegExp>> = { hi: /\p{Script=Devanagari}/gu };
const OF_A_MODEL = /\bas an AI\b|\bpassage\b|\bp\d+\b/i;
/** The cover greets, and the last slide may. */
const GREETING = /\bwelcome back\b/i;
const LATIN = /\p{Script=Latin}/gu;

/** Returns what is wrong with a lecture that a writer gave back as whole, one sentence each. */
export function judgeLecture({ brief, outline, slides }: WrittenLecture): readonly string[] {
  const plan = outline.value;
  const headings = plan.slides.map(({ heading }) => heading.toLowerCase());
  const shares = plan.slides.filter(({ role }) => role === 'content').flatMap(({ passageIds }) => passageIds);
  const spoken = slides.map(({ script }) => wordsIn(script).join(' '));
  return [
    ...(outlineSchema.safeParse(plan).success ? [] : ['The outline is none.']),
    ...(plan.slides.length === brief.slides
      ? []
      : [`The outline has ${plan.slides.length} slides, not ${brief.slides}.`]),
    ...(new Set(headings).size === headings.length ? [] : ['Two slides of the outline have the same heading.']),
    ...(new Set(shares).size === shares.length ? [] : ['Two slides of the outline have the same passage.']),
    ...(new Set(spoken).size === spoken.length ? [] : ['Two slides say the same.']),
    ...slides.flatMap((slide, index) => {
      const planned = plan.slides[index];
      const problems = planned === undefined ? ['It is not in the outline.'] : judgeSlide(slide, planned, brief);
      return problems.map((problem) => `Slide ${index + 1}: ${problem}`);
    }),
  ];
}

type Planned = WrittenLecture['outline']['value']['slides'][number];

function judgeSlide(
  { script, tags }: WrittenSlide,
  planned: Planned,
  { document, language, topic }: LectureBrief,
): readonly string[] {
  const { value, warnings } = script;
  const isTold = warnings.length > 0;
  const sentences = value.narration.map(({ text }) => text);
  const words = wordsIn(script);
  const distance = planned.words === null ? 0 : Math.abs(words.length - planned.words) / planned.words;
  const needsPoints = planned.role === 'closing' || (planned.role === 'content' && value.exhibit === null);
  const matter = [topic ?? '', ...(document?.passages.map(({ text }) => text) ?? [])].join(' ');
  const said = [...value.points, ...sentences];
  const invented = said.flatMap((text) => text.match(/\d{2,}/g) ?? []).filter((number) => !matter.includes(number));
  const strange = said.filter((text) => !isInScript(text, language));
  return [
    ...(slideScriptSchema.safeParse(value).success ? [] : ['It is no script.']),
    ...(value.slideId === planned.id ? [] : [`It is the script of "${value.slideId}".`]),
    ...(needsPoints && value.points.length < LEAST_POINTS ? [`It has ${value.points.length} points.`] : []),
    ...(new Set(sentences).size === sentences.length ? [] : ['It says a sentence twice.']),
    ...invented.map((number) => `It says ${number}, which is nowhere in its matter.`),
    ...said.filter((text) => OF_A_MODEL.test(text)).map((text) => `It speaks of how it was written: ${text}`),
    ...(planned.role === 'content' && said.some((text) => GREETING.test(text)) ? ['It greets.'] : []),
    ...strange.map((text) => `It is not in the language of the lecture: ${text}`),
    ...(distance > WORDS_TOLERANCE && !isTold
      ? [`It says ${words.length} words, not about ${planned.words}, and no warning tells.`]
      : []),
    ...(script.isMended && !isTold ? ['It was mended, and no warning tells.'] : []),
    ...(tags?.value === null && sentences.length > 1 && tags.warnings.length === 0
      ? ['Rules tag it, and no warning tells.']
      : []),
    ...(tags?.value?.some(({ sentence }) => sentences[sentence] === undefined)
      ? ['It has a tag for a sentence that is not there.']
      : []),
  ];
}

function wordsIn({ value }: WrittenSlide['script']): readonly string[] {
  return value.narration.flatMap(({ text }) => text.split(/\s+/u)).filter((word) => /\p{L}/u.test(word));
}

function isInScript(text: string, language: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const fitting = text.match(SCRIPT_BY_LANGUAGE[language] ?? LATIN)?.filter((mark) => /\p{L}/u.test(mark)).length ?? 0;
  return letters > 0 && fitting / letters >= LEAST_SHARE_OF_SCRIPT;
}
