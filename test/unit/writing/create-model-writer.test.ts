import { describe, expect, it } from 'vitest';
import type { Outline } from '../../../src/contract/schemas/outline.ts';
import type { JsonValue } from '../../../src/shared/canonical-json.ts';
import { createModelWriter } from '../../../src/writing/create-model-writer.ts';
import type { ModelTransport } from '../../../src/writing/model-transport.ts';
import { lectureBrief, lectureOutline } from '../../fixtures/sample-lecture.ts';

const UNREACHED: ModelTransport = { ask: () => Promise.reject(new TypeError('Nobody was to be asked.')) };
const create = (contextTokens: number) =>
  createModelWriter({
    id: 'ollama',
    name: 'Ollama',
    transport: UNREACHED,
    contextTokens,
    prepareModel: async () => null,
  });
const writer = create(8_192);
const signal = new AbortController().signal;

const outline = lectureOutline(lectureBrief({ topic: 'AI in healthcare' }));
const withSlide = (at: number, fields: Partial<Outline['slides'][number]>): Outline => ({
  ...outline,
  slides: outline.slides.map((slide, index) => (index === at ? { ...slide, ...fields } : slide)),
});
const matterAt = (all: Outline, at: number): JsonValue => {
  const slide = all.slides[at];
  if (slide === undefined) throw new TypeError('There is no such slide.');
  return writer.matterOf({ outline: all, slide });
};

describe('what a slide of a model depends on', () => {
  it('is every heading, claim and share of the outline, since its prompt shows them', () => {
    const before = matterAt(outline, 2);
    for (const fields of [
      { heading: 'Other' },
      { claim: 'Other.' },
      { covers: ['other'] },
      { layout: 'table' as const },
    ]) {
      expect(matterAt(withSlide(5, fields), 2)).not.toEqual(before);
    }
  });

  it('is not which passages other slides have, so that a passage moved there leaves it alone', () => {
    expect(matterAt(withSlide(5, { passageIds: ['p-1'] }), 2)).toEqual(matterAt(outline, 2));
  });

  it('is all passages for the last slide, which names the pages that were used', () => {
    expect(matterAt(withSlide(5, { passageIds: ['p-1'] }), 9)).not.toEqual(matterAt(outline, 9));
  });

  it('is the size of the context, by which more or less of a document is shown', () => {
    expect(create(4_096).fingerprint).not.toBe(writer.fingerprint);
  });
});

describe('a writer with a model', () => {
  it('tells what tags cost that rules had to replace, since the model was asked all the same', async () => {
    const answer = { text: 'no JSON', finish: 'stop', promptTokens: 100, answerTokens: 7, connections: 0 } as const;
    const talking = createModelWriter({
      id: 'ollama',
      name: 'Ollama',
      transport: { ask: async () => answer },
      contextTokens: 8_192,
      prepareModel: async () => null,
    });
    const sentences = ['Rain falls on the hills.', 'Where does it go?'];
    const tagged = await talking.tagNarration?.({ sentences, language: 'en', model: 'm', attempt: 1 }, signal);
    const message =
      'Rules tagged the narration “Rain falls on the hills.”: The answer “no JSON” is no whole JSON object: the model "m" of Ollama wrote the tags of a narration so, also when asked again.';
    expect(tagged).toMatchObject({ value: null, warnings: [{ code: 'PROSODY_BY_RULE', message }] });
    expect(tagged?.usage).toEqual({ requests: 2, connections: 0, promptTokens: 200, answerTokens: 14 });
  });

  it('refuses a document of captions alone, before any question', async () => {
    const passage = {
      id: 'p-1',
      place: '',
      headingPath: [],
      page: null,
      table: null,
      text: 'Figure 1',
      kind: 'caption' as const,
    };
    const document = { title: 'x', subtitle: null, name: 'x.pdf', language: 'en', sections: [], passages: [passage] };
    const asked = writer.writeOutline(lectureBrief({ document }), signal);
    await expect(asked).rejects.toMatchObject({ code: 'DOCUMENT_TOO_THIN' });
  });

  it('refuses a language that nobody speaks here, before any question', async () => {
    const asked = writer.writeOutline(lectureBrief({ topic: 'x', language: 'tlh' }), signal);
    await expect(asked).rejects.toMatchObject({ code: 'LANGUAGE_UNSUPPORTED' });
  });
});
