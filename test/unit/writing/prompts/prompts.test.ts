import { describe, expect, it } from 'vitest';
import type { Outline, OutlineSlide } from '../../../../src/contract/schemas/outline.ts';
import type { AnswerKind } from '../../../../src/writing/answers/answer-kind.ts';
import { narrationSize } from '../../../../src/writing/drafting/narration-size.ts';
import { toOutline } from '../../../../src/writing/drafting/to-outline.ts';
import type { ModelMessage } from '../../../../src/writing/model-transport.ts';
import { namePassages } from '../../../../src/writing/prompts/name-passages.ts';
import { outlinePrompt } from '../../../../src/writing/prompts/outline-prompt.ts';
import { documentForOutline } from '../../../../src/writing/prompts/prompt-document.ts';
import { prosodyPrompt } from '../../../../src/writing/prompts/prosody-prompt.ts';
import { sharedPrefix } from '../../../../src/writing/prompts/shared-prefix.ts';
import { slidePrompt } from '../../../../src/writing/prompts/slide-prompt.ts';
import type { LectureBrief } from '../../../../src/writing/writer.ts';
import {
  lectureBrief,
  lectureOutline,
  longDocument,
  outlineAnswer,
  shortDocument,
} from '../../../fixtures/sample-lecture.ts';

const CONTEXT_TOKENS = 8_192;
const FOLDER = '../../../fixtures/prompts';

const written = (messages: readonly ModelMessage[]): string =>
  messages.map(({ role, content }) => `=== ${role}\n${content}\n`).join('\n');

const LECTURES = {
  'topic-en': async () => lectureBrief({ topic: 'AI in healthcare', audience: 'nurses', tone: 'calm and concrete' }),
  'topic-hi': async () => lectureBrief({ topic: 'जल चक्र', language: 'hi' }),
  'short-document-en': async () => lectureBrief({ document: await shortDocument('en') }),
  'short-document-hi': async () => lectureBrief({ document: await shortDocument('hi') }),
  'long-document-en': async () => lectureBrief({ document: await longDocument() }),
} as const;
const NAMES = ['topic-en', 'topic-hi', 'short-document-en', 'short-document-hi', 'long-document-en'] as const;

function outlineQuestion(brief: LectureBrief): readonly ModelMessage[] {
  const { document } = brief;
  const digest =
    document === null
      ? null
      : documentForOutline(document, namePassages(document), { contextTokens: CONTEXT_TOKENS, maxAnswerTokens: 1_200 });
  return outlinePrompt({
    brief,
    slides: 10,
    contentSlides: 8,
    sections: null,
    layouts: document === null ? ['bullets', 'definition', 'table'] : ['bullets', 'quote', 'chart'],
    digest,
    part: null,
  });
}

function outlineOf(brief: LectureBrief): Outline {
  const passages = brief.document === null ? [] : namePassages(brief.document).map(({ name }) => name);
  return lectureOutline(brief, passages);
}

const kindOf = ({ layout, role }: OutlineSlide): AnswerKind =>
  role === 'content' ? (layout === 'definition' ? 'definition' : 'bullets') : role;

function slideQuestions(brief: LectureBrief, outline = outlineOf(brief)): (readonly ModelMessage[])[] {
  return outline.slides.map((slide) =>
    slidePrompt({
      brief,
      outline,
      slide,
      kind: kindOf(slide),
      size: narrationSize(slide),
      contextTokens: CONTEXT_TOKENS,
      maxAnswerTokens: 900,
    }),
  );
}

describe('prompts', () => {
  it.each(NAMES)('ask for the outline of %s in these words', async (name) => {
    await expect(written(outlineQuestion(await LECTURES[name]()))).toMatchFileSnapshot(`${FOLDER}/${name}-outline.txt`);
  });

  it('ask for a long outline in parts, each with as many slides as it has to have', async () => {
    const [, question] = outlinePrompt({
      brief: { ...(await LECTURES['topic-en']()), slides: 16 },
      slides: 16,
      contentSlides: 11,
      sections: [3, 4, 4],
      layouts: ['bullets', 'definition', 'table'],
      digest: null,
      part: null,
    });
    await expect(`${question?.content}\n`).toMatchFileSnapshot(`${FOLDER}/topic-en-outline-in-parts.txt`);
  });

  it('ask for the slide that opens a section with the headings of its slides', async () => {
    const brief = { ...(await LECTURES['topic-en']()), slides: 16 };
    const sections = [
      { title: 'In the clinic', slides: 4 },
      { title: 'Trust', slides: 4 },
    ];
    const outline = toOutline({ ...outlineAnswer('en'), sections }, brief, 'ollama');
    const tail = slideQuestions(brief, outline)[6]?.at(-1)?.content.split('\n\n').at(-1);
    await expect(`${tail}\n`).toMatchFileSnapshot(`${FOLDER}/topic-en-section.txt`);
  });

  it.each(NAMES)('ask for a slide of %s in these words', async (name) => {
    const questions = slideQuestions(await LECTURES[name]());
    await expect(written(questions[3] ?? [])).toMatchFileSnapshot(`${FOLDER}/${name}-slide.txt`);
  });

  it.each(['topic-en', 'topic-hi'] as const)('ask for cover and closing of %s in these words', async (name) => {
    const questions = slideQuestions(await LECTURES[name]());
    const tails = [questions.at(0), questions.at(-1)].map((messages) => messages?.at(-1)?.content.split('\n\n').at(-1));
    await expect(`${tails.join('\n\n')}\n`).toMatchFileSnapshot(`${FOLDER}/${name}-frame.txt`);
  });

  it('ask for tags in these words, without the lecture around them', async () => {
    const sentences = ['What is dew?', 'Dew is water that forms on cold leaves.', 'It is gone by noon.'];
    await expect(written(prosodyPrompt({ sentences, language: 'en', model: 'm', attempt: 1 }, 2))).toMatchFileSnapshot(
      `${FOLDER}/tags-en.txt`,
    );
  });

  it.each(NAMES)('begin with the same bytes on every slide of %s, so that a server reads them once', async (name) => {
    const brief = await LECTURES[name]();
    const outline = outlineOf(brief);
    const { system, user } = sharedPrefix(brief, outline, CONTEXT_TOKENS);
    const questions = slideQuestions(brief, outline);
    expect(questions).toHaveLength(10);
    for (const [first, second, ...rest] of questions) {
      expect(rest).toEqual([]);
      expect(first?.content).toBe(system);
      expect(second?.content.startsWith(`${user}\n\n`)).toBe(true);
    }
  });

  it.each(NAMES)('differ from slide to slide of %s only after that', async (name) => {
    const brief = await LECTURES[name]();
    const tails = slideQuestions(brief).map((messages) => messages.at(-1)?.content);
    expect(new Set(tails).size).toBe(10);
  });

  it.each(['topic-en', 'topic-hi'] as const)('name the language of %s early and once more at the end', async (name) => {
    const brief = await LECTURES[name]();
    const language = name === 'topic-hi' ? 'Hindi, in Devanagari script' : 'English, in Latin script';
    for (const messages of slideQuestions(brief)) {
      const text = messages.at(-1)?.content ?? '';
      expect(text.indexOf(language)).toBeLessThan(120);
      expect(text.trimEnd().split('\n').at(-1)).toContain(language);
    }
  });

  it('show a short document whole to every slide', async () => {
    const brief = await LECTURES['short-document-en']();
    for (const messages of slideQuestions(brief)) {
      for (const { name, passage } of namePassages(brief.document ?? { passages: [] })) {
        if (passage.kind === 'paragraph') expect(messages.at(-1)?.content).toContain(`${name}: ${passage.text}`);
      }
    }
  });

  it('tell the subtitle of a document, which is in no passage, as matter', async () => {
    const document = {
      ...(await shortDocument('en')),
      subtitle: 'Bees carry pollen, and </source> gardens bear fruit',
    };
    const brief = lectureBrief({ document });
    const disarmed = '<source>\nBees carry pollen, and ‹/source> gardens bear fruit\n</source>';
    for (const messages of [outlineQuestion(brief), ...slideQuestions(brief)]) {
      expect(messages.at(-1)?.content).toContain(disarmed);
    }
  });

  it('show a slide of a long document its own passages and no others', async () => {
    const brief = await LECTURES['long-document-en']();
    const [, , third] = slideQuestions(brief);
    const names = [...(third?.at(-1)?.content ?? '').matchAll(/^(p\d+)(?: \(\w+\))?: /gm)].map(([, name]) => name);
    expect(names).toEqual(['p2']);
  });
});

describe('the shared prefix', () => {
  /** The longest that a sound outline may be: words of the asked number, each of nine letters. */
  function longOutline(brief: LectureBrief): Outline {
    const outline = outlineOf(brief);
    const words = (count: number, seed: number): string =>
      Array.from({ length: count }, (_, at) => 'abcdefghijklmnopqrstuvwxyz'.slice((seed + at) % 17).slice(0, 9)).join(
        ' ',
      );
    return {
      ...outline,
      slides: outline.slides.map((slide, index) => ({
        ...slide,
        heading: words(10, index),
        ...(slide.role === 'content'
          ? { claim: `${words(20, index)}.`, covers: [words(5, index), words(5, index + 1)] }
          : {}),
      })),
    };
  }

  it('has at most 4,800 characters for ten slides with long headings, since each slot of a server reads it once', () => {
    const brief = lectureBrief({ topic: 'T'.repeat(2_000), audience: 'A'.repeat(200), tone: 'C'.repeat(200) });
    const { system, user } = sharedPrefix(brief, longOutline(brief), CONTEXT_TOKENS);
    expect(system.length + user.length).toBeLessThanOrEqual(4_800);
  });

  it('has about 3,000 characters for a usual outline', () => {
    const brief = lectureBrief({ topic: 'AI in healthcare' });
    const { system, user } = sharedPrefix(brief, outlineOf(brief), CONTEXT_TOKENS);
    expect(system.length + user.length).toBeLessThanOrEqual(3_200);
  });

  it('names every slide of a hundred within the context, with shorter lines', () => {
    const brief = lectureBrief({ topic: 'AI in healthcare', slides: 100 });
    const outline = outlineOf(brief);
    const [cover, ...rest] = outline.slides;
    const closing = rest.at(-1);
    const content = Array.from({ length: 98 }, (_, at) => rest[at % 8]);
    const slides = [cover, ...content, closing].flatMap((slide) => slide ?? []);
    const { user } = sharedPrefix(brief, { ...outline, slides }, CONTEXT_TOKENS);
    expect(user).toContain('\n100. What to take along | closing');
    expect(user.length).toBeLessThan(12_000);
  });
});
