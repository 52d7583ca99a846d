import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignWords } from '../../../src/speech/align-words.ts';

const span = { startSample: 1000, endSample: 9000 };

/** Times for the named pieces of the text, one after the other. */
function timed(spoken: string, pieces: readonly (readonly [string, number, number])[]) {
  let from = 0;
  return pieces.map(([piece, startSample, endSample]) => {
    const startCharacter = spoken.indexOf(piece, from);
    from = startCharacter + piece.length;
    return { startSample, endSample, startCharacter, endCharacter: from };
  });
}

const plain = (spoken: string) => spoken.split(' ').map((text) => ({ text, spokenWords: 1 }));

describe('alignWords', () => {
  it('gives each word the time that the engine heard', () => {
    const spoken = 'Rain falls again.';
    const heard = timed(spoken, [
      ['Rain', 1000, 3000],
      ['falls', 3000, 6000],
      ['again', 6500, 8800],
    ]);
    expect(alignWords({ spoken, written: plain(spoken), timed: heard, span })).toEqual([
      { text: 'Rain', startSample: 1000, endSample: 3000 },
      { text: 'falls', startSample: 3000, endSample: 6000 },
      { text: 'again.', startSample: 6500, endSample: 8800 },
    ]);
  });

  it('gives a written number the time of all words it is spoken with', () => {
    const spoken = 'In twenty twenty four alone';
    const written = [
      { text: 'In', spokenWords: 1 },
      { text: '2024', spokenWords: 3 },
      { text: 'alone', spokenWords: 1 },
    ];
    const heard = timed(spoken, [
      ['In', 1000, 2000],
      ['twenty', 2000, 3000],
      ['twenty', 3000, 4000],
      ['four', 4000, 5000],
      ['alone', 5000, 9000],
    ]);
    expect(alignWords({ spoken, written, timed: heard, span })[1]).toEqual({
      text: '2024',
      startSample: 2000,
      endSample: 5000,
    });
  });

  it('joins the parts in which an engine times one word', () => {
    const spoken = 'costs $5.40 now';
    const heard = timed(spoken, [
      ['costs', 1000, 2000],
      ['$', 2000, 3000],
      ['5', 3000, 4000],
      ['.40', 4000, 6000],
      ['now', 6000, 9000],
    ]);
    expect(alignWords({ spoken, written: plain(spoken), timed: heard, span })[1]).toMatchObject({
      startSample: 2000,
      endSample: 6000,
    });
  });

  it('shares the time between its neighbours out to words that the engine missed, by their length', () => {
    const spoken = 'aa bbbb cc dd';
    const heard = timed(spoken, [
      ['aa', 1000, 5000],
      ['dd', 5000, 9000],
    ]);
    const words = alignWords({ spoken, written: plain(spoken), timed: heard, span });
    expect(words[1]?.startSample).toBe(Math.round(1000 + (3 / 11) * 4000));
    expect(words[2]?.startSample).toBe(Math.round(1000 + (8 / 11) * 4000));
  });

  it('spreads the words over the whole span when the engine timed none', () => {
    const spoken = 'one two six';
    const words = alignWords({ spoken, written: plain(spoken), timed: [], span });
    expect(words[0]?.startSample).toBe(1000);
    expect(words.at(-1)?.endSample).toBe(9000);
    expect(words[1]?.startSample).toBe(Math.round(1000 + (4 / 11) * 8000));
  });

  it('keeps a written word that is not spoken, with no time of its own', () => {
    const spoken = 'rain snow';
    const written = [
      { text: 'rain', spokenWords: 1 },
      { text: '–', spokenWords: 0 },
      { text: 'snow', spokenWords: 1 },
    ];
    const heard = timed(spoken, [
      ['rain', 1000, 4000],
      ['snow', 5000, 9000],
    ]);
    expect(alignWords({ spoken, written, timed: heard, span })[1]).toEqual({
      text: '–',
      startSample: 4000,
      endSample: 4000,
    });
  });

  it('loses no word and stays in order whatever the engine says and however the counts are wrong', () => {
    const word = fc.constantFrom('rain', 'AT&T', '$5.40', '—', '🙂', 'कख', 'e.g.', 'a');
    const engineWord = fc.record({
      startSample: fc.nat(12_000),
      endSample: fc.nat(12_000),
      startCharacter: fc.nat(60),
      endCharacter: fc.nat(60),
    });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(4), { minLength: 1, maxLength: 12 }),
        fc.array(engineWord, { maxLength: 15 }),
        (spokenWords, counts, heard) => {
          const written = counts.map((count, index) => ({ text: `w${index}`, spokenWords: count }));
          const words = alignWords({ spoken: spokenWords.join(' '), written, timed: heard, span });
          expect(words.map(({ text }) => text)).toEqual(written.map(({ text }) => text));
          let reached = span.startSample;
          for (const { startSample, endSample } of words) {
            expect(startSample).toBeGreaterThanOrEqual(reached);
            expect(endSample).toBeGreaterThanOrEqual(startSample);
            reached = endSample;
          }
          expect(reached).toBeLessThanOrEqual(span.endSample);
        },
      ),
      { numRuns: 500 },
    );
  });
});
