import { describe, expect, test } from 'vitest';
import { formatSourceNote } from '../../../src/activities/format-source-note.ts';

describe('the source line of speaker notes', () => {
  test('names each section once, with the range of its pages', () => {
    expect(formatSourceNote(['Evaporation, p. 4', 'Evaporation, p. 5', 'Clouds, p. 6'], 'en')).toBe(
      'Source: Evaporation, pp. 4–5; Clouds, p. 6',
    );
  });

  test('counts paragraphs, lists and tables apart, where the document has no pages', () => {
    const places = [
      'Rain, snow, paragraph 1',
      'Rain, snow, paragraph 2',
      'Rain, snow, list 1',
      'Rain, snow, paragraph 4',
    ];
    expect(formatSourceNote(places, 'en')).toBe('Source: Rain, snow, paragraphs 1–2, 4, list 1');
  });

  test('says one page once when several passages of it are used, and needs no section title', () => {
    expect(formatSourceNote(['p. 2', 'p. 2'], 'en')).toBe('Source: p. 2');
  });

  test('keeps a place that is named in another way as it is', () => {
    expect(formatSourceNote(['Slide notes', 'Act 2, scene 3'], 'en')).toBe('Source: Slide notes; Act 2, scene 3');
  });

  test('speaks Hindi in a Hindi deck', () => {
    expect(formatSourceNote(['वाष्पीकरण, paragraph 1', 'वाष्पीकरण, paragraph 2'], 'hi')).toBe(
      'स्रोत: वाष्पीकरण, अनुच्छेद 1–2',
    );
    expect(formatSourceNote(['वाष्पीकरण, p. 4'], 'hi')).toBe('स्रोत: वाष्पीकरण, पृ. 4');
  });

  test('is absent from a slide without a source, such as a section slide', () => {
    expect(formatSourceNote([], 'en')).toBeNull();
  });
});
