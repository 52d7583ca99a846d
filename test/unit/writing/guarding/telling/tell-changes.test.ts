import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GuardingRule, Problem } from '../../../../../src/writing/guarding/guarding-rules.ts';
import { changeOf } from '../../../../../src/writing/guarding/telling/change.ts';
import { tellChanges } from '../../../../../src/writing/guarding/telling/tell-changes.ts';

const LONG = 'The lungs hold hundreds of millions of tiny sacs of air';
const ANSWER = {
  points: [LONG, 'Blood takes up oxygen', 'The diaphragm pulls'],
  rows: [
    ['Nose', 'warms'],
    ['Lungs', 'exchange'],
  ],
  items: [{ label: 'Oxygen', value: 'a fifth' }],
  narration: [{ text: 'It has 480 million of them.', supports: 1 }],
};
const problem = (path: string, rule: GuardingRule): Problem => ({ path, rule, message: 'so it is' });

describe('tellChanges', () => {
  it('says of a row that was cut and stays too long only that it was cut, since two statements of one row are one too many', () => {
    const cut = 'The lungs hold hundreds of millions';
    const rounds = [
      { answer: ANSWER, changes: [changeOf(problem('points[0]', 'runaway-point'), 'cut', cut)] },
      { answer: { points: [cut] }, changes: [changeOf(problem('points[0]', 'long-point'), 'stays')] },
    ];
    expect(tellChanges(rounds)).toEqual(['the row “The lungs hold hundreds of mill…” was cut (far too long)']);
  });

  it('says of a row that was cut and then left out that it was left out, as it came', () => {
    const cut = 'The lungs hold hundreds of millions';
    const rounds = [
      { answer: ANSWER, changes: [changeOf(problem('points[0]', 'runaway-point'), 'cut', cut)] },
      // A row before it went, so it has moved up.
      { answer: { points: ['x', cut] }, changes: [changeOf(problem('points[1]', 'point-unspoken'), 'left-out')] },
    ];
    expect(tellChanges(rounds)).toEqual(['the row “The lungs hold hundreds of mill…” was left out (far too long)']);
  });

  it('tells two rows apart that stood at the same place one after the other', () => {
    const rounds = [
      { answer: ANSWER, changes: [changeOf(problem('points[1]', 'same-point'), 'left-out')] },
      {
        answer: { points: [LONG, 'The diaphragm pulls'] },
        changes: [changeOf(problem('points[1]', 'placeholder'), 'left-out')],
      },
    ];
    expect(tellChanges(rounds)).toEqual([
      'the row “Blood takes up oxygen” was left out (said by another)',
      'the row “The diaphragm pulls” was left out (placeholder text)',
    ]);
  });

  it('counts what fared alike instead of listing it', () => {
    const changes = [0, 1, 2].map((index) => changeOf(problem(`points[${index}]`, 'long-point'), 'stays'));
    expect(tellChanges([{ answer: ANSWER, changes }])).toEqual(['3 rows stay (too long)']);
  });

  it('gives all reasons of one place together', () => {
    const changes = (['too-short', 'reads-out'] as const).map((rule) => changeOf(problem('narration', rule), 'stays'));
    expect(tellChanges([{ answer: ANSWER, changes }])).toEqual([
      'the narration stays (too short; reading the rows out)',
    ]);
  });

  it('names a number to check first, then what was changed, then what stays', () => {
    const changes = [
      changeOf(problem('narration', 'too-short'), 'stays'),
      changeOf(problem('points[1]', 'same-point'), 'left-out'),
      changeOf(problem('narration[0].text', 'number-doubtful'), 'stays'),
    ];
    expect(tellChanges([{ answer: ANSWER, changes }])).toEqual([
      'the sentence “It has 480 million of them.” stays (no source for its number: please check)',
      'the row “Blood takes up oxygen” was left out (said by another)',
      'the narration stays (too short)',
    ]);
  });

  it.each([
    ['rows[1]', 'ragged-row', 'the row of the table “Lungs | exchange” was left out (cells that fit no column)'],
    [
      'items[0].value',
      'figure-unreadable',
      'the bar of the chart “a fifth” was left out (no number that can be shown)',
    ],
    ['items[0]', 'same-label', 'the bar of the chart “Oxygen” was left out (the same name twice)'],
    ['picture', 'keyword-script', 'the picture was left out (no thing in English)'],
  ] as const)('calls %s by what people see', (path, rule, told) => {
    expect(tellChanges([{ answer: ANSWER, changes: [changeOf(problem(path, rule), 'left-out')] }])).toEqual([told]);
  });

  it('keeps each thing shorter than two lines of a terminal, whatever the texts are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
        const answer = { points: [text] };
        const [told = ''] = tellChanges([{ answer, changes: [changeOf(problem('points[0]', 'leak'), 'left-out')] }]);
        expect([...told].length).toBeLessThanOrEqual(160);
        expect(told).not.toContain('\n');
      }),
      { numRuns: 100, seed: 20261123 },
    );
  });
});
