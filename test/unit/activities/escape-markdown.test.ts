import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../../src/activities/escape-markdown.ts';

describe('escapeMarkdown', () => {
  test.each([
    ['1. Introduction', String.raw`1\. Introduction`],
    ['1984. A novel', String.raw`1984\. A novel`],
    ['2) Method', String.raw`2\) Method`],
    ['# Rivers', String.raw`\# Rivers`],
    ['- so it ends', String.raw`\- so it ends`],
    ['_Origin_ of [species]', String.raw`\_Origin\_ of \[species\]`],
  ])('keeps "%s" from being a list, a heading or a link', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  test.each(['1.5 degrees', 'C# in depth', '#rivers', '-x', 'a_b_c.md', 'Tom & Jerry', 'Part 1. Rain'])(
    'leaves "%s" alone, which marks nothing up, so that the source can be read',
    (text) => {
      expect(escapeMarkdown(text)).toBe(text);
    },
  );

  test('puts a text of several lines on one, or it would end its list item', () => {
    expect(escapeMarkdown('Rain\n\n# and snow')).toBe('Rain # and snow');
  });
});
