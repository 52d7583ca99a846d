import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentBlock } from '../../../../src/documents/blocks/document-block.ts';
import { keepWholeSections } from '../../../../src/documents/wikipedia/keep-whole-sections.ts';

const blockArbitrary: fc.Arbitrary<DocumentBlock> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 2, max: 4 }), text: fc.constant('H') }),
  fc.record({ kind: fc.constant('paragraph' as const), text: fc.string({ minLength: 1, maxLength: 50 }) }),
);
const lengthOf = (blocks: readonly DocumentBlock[]) => blocks.reduce((sum, { text }) => sum + text.length, 0);

test('keeps a beginning that fits, and never less than whole blocks allow', () => {
  fc.assert(
    fc.property(fc.array(blockArbitrary, { maxLength: 30 }), fc.integer({ min: 60, max: 600 }), (blocks, limit) => {
      const kept = keepWholeSections(blocks, limit);
      expect(kept).toEqual(blocks.slice(0, kept.length));
      expect(lengthOf(kept)).toBeLessThanOrEqual(limit);
      if (blocks.length > 0) expect(kept.length).toBeGreaterThan(0);
      if (lengthOf(blocks) <= limit) expect(kept).toEqual(blocks);
    }),
  );
});

test('ends before a section of the highest level that does not fit, with all parts of the last one', () => {
  const section = (title: string, chars: number): DocumentBlock[] => [
    { kind: 'heading', level: 2, text: title },
    { kind: 'heading', level: 3, text: 'Part' },
    { kind: 'paragraph', text: 'x'.repeat(chars) },
  ];
  const blocks = [...section('One', 100), ...section('Two', 100), ...section('Three', 10)];
  expect(keepWholeSections(blocks, 150)).toEqual(section('One', 100));
});
