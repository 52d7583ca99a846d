import { describe, expect, it } from 'vitest';
import { tellMended } from '../../../../src/writing/asking/tell-mended.ts';

describe('tellMended', () => {
  it('says three things at most and counts the rest, since nobody reads a warning of ten lines', () => {
    expect(tellMended('The slide “Ice”', ['a stays', 'b stays', 'c stays'])).toBe(
      'The slide “Ice” was not all as asked: a stays, b stays, c stays.',
    );
    expect(tellMended('The outline', ['a stays', 'b stays', 'c stays', 'd stays', 'e stays'])).toBe(
      'The outline was not all as asked: a stays, b stays, c stays, and 2 more.',
    );
  });

  it('says the same thing once, also where two parts of a long outline had it', () => {
    expect(tellMended('The outline', ['a stays', 'a stays'])).toBe('The outline was not all as asked: a stays.');
  });
});
