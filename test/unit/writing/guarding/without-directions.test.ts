import { describe, expect, it } from 'vitest';
import { tidyMarkup } from '../../../../src/writing/guarding/texts/tidy-markup.ts';

const tidied = (text: string): string => tidyMarkup(text, 'sentence', 'Why rivers bend');

describe('a sentence with stage directions', () => {
  it.each([
    ['(Pause) Sand rests here.', 'Sand rests here.'],
    ['Look. [pause for effect] Sand rests here.', 'Look. Sand rests here.'],
    ['Sand (short pause), not mud, rests here.', 'Sand, not mud, rests here.'],
    ['*smiles* Sand rests here.', 'Sand rests here.'],
    ['<pause> Sand rests here.', 'Sand rests here.'],
    ['[Upbeat music plays] Sand rests here.', 'Sand rests here.'],
    ['[Show the next slide] Sand rests here.', 'Sand rests here.'],
    ['[0:15] Sand rests here.', 'Sand rests here.'],
    ['Narrator: Sand rests here.', 'Sand rests here.'],
    ['Slide 3: Sand rests here.', 'Sand rests here.'],
    ['(Kurze Pause) Der Sand bleibt liegen.', 'Der Sand bleibt liegen.'],
    ['(विराम) रेत यहाँ ठहरती है।', 'रेत यहाँ ठहरती है।'],
  ])('is spoken without them: %s', (text, spoken) => {
    expect(tidied(text)).toBe(spoken);
  });

  it.each([
    'The arts (music) need time.',
    'A comma (a short pause) helps the reader.',
    'In array[next] it lies.',
    'Press [Shift] to go on.',
    'The list [1, 2] is short.',
    'He laughs (and laughs) at it.',
    'Speaker: a device that moves air.',
  ])('keeps brackets that say something: %s', (text) => {
    expect(tidied(text)).toBe(text);
  });

  it.each([
    ['Run [show tables] to list them.', 'Run [show tables] to list them.'],
    ['It takes f(*args, **kwargs) and g(**more) alike.', 'It takes f(*args, **kwargs) and g(**more) alike.'],
    ['(Pause) A **query** asks for rows.', 'A query asks for rows.'],
  ])('keeps code in a lecture about code, and loses its directions all the same: %s', (text, spoken) => {
    expect(tidyMarkup(text, 'sentence', 'SQL from Python')).toBe(spoken);
  });

  it('stays a row as it is, since a row may name a part: "Speaker: turns current into sound"', () => {
    const row = 'Speaker: turns current into sound';
    expect(tidyMarkup(row, 'row', 'How a radio works')).toBe(row);
  });
});
