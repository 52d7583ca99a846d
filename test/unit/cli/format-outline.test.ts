import { expect, test } from 'vitest';
import { formatOutline } from '../../../src/cli/format-outline.ts';
import type { Outline, OutlineSlide } from '../../../src/contract/schemas/outline.ts';

const slide = (heading: string, claim: string | null = null): OutlineSlide => ({
  id: heading,
  role: 'content',
  layout: 'bullets',
  heading,
  subtitle: null,
  claim,
  covers: [],
  words: null,
  pictureKeywords: null,
  passageIds: [],
  progress: null,
});
const outline = (...slides: OutlineSlide[]): Outline => ({
  title: 'Tides',
  subtitle: null,
  language: 'en',
  writer: 'ollama',
  slides,
});

test('shows number, heading and claim of each slide, wrapped and never cut, since a person decides by it', () => {
  const claim = 'The Moon pulls the near side of the sea more than it pulls the middle of the Earth.';
  expect(formatOutline(outline(slide('Tides'), slide('The pull of the Moon', claim)), 40)).toBe(`"Tides"
   1  Tides
   2  The pull of the Moon
      The Moon pulls the near side of
      the sea more than it pulls the
      middle of the Earth.`);
});

test('keeps control characters of a model from steering the terminal', () => {
  expect(formatOutline(outline(slide('Red\u001b[31m alert\nnow')), 80)).toBe('"Tides"\n   1  Red [31m alert now');
});
