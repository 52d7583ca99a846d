import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { placedShapeSchema } from '../../../src/contract/schemas/laid-out-slide.ts';
import { writeDeck } from '../../../src/pptx/write-deck.ts';
import { SAMPLE_PNG } from '../../fixtures/sample-deck.ts';
import { normaliseXml, readPart } from './read-deck.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/decks');
const fixtureSchema = z.strictObject({
  title: z.string(),
  language: z.string(),
  fonts: z.strictObject({ head: z.string(), body: z.string() }),
  pages: z.array(
    z.strictObject({
      layout: z.string(),
      background: z.string(),
      shapes: z.array(placedShapeSchema),
      notes: z.array(z.string()),
    }),
  ),
});

const fixtures = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

test('there are deck fixtures to compare', () => {
  expect(fixtures.length).toBeGreaterThan(0);
});

test.each(fixtures)(
  '%s is written as the XML that was reviewed, so that no change of looks goes unseen',
  async (name) => {
    const fixture = fixtureSchema.parse(JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
    const loadPicture = () => Promise.resolve(SAMPLE_PNG);
    const deck = await writeDeck({ ...fixture, loadPicture }, new AbortController().signal);
    const slides = fixture.pages.map((_, index) => normaliseXml(readPart(deck, `ppt/slides/slide${index + 1}.xml`)));
    await expect(slides.join('\n')).toMatchFileSnapshot(join(FOLDER, name.replace(/\.json$/, '.slides.txt')));
  },
);
