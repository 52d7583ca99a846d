import { expect, it } from 'vitest';
import { pathInParts } from '../../../../src/writing/asking/path-in-parts.ts';

it.each([
  ['slides[0].heading', 'parts.part1.slides[0].heading'],
  ['slides[3].covers[1]', 'parts.part1.slides[3].covers[1]'],
  ['slides[4].claim', 'parts.part2.slides[0].claim'],
  ['slides[9].passages', 'parts.part3.slides[1].passages'],
  ['sections[2].title', 'parts.part3.title'],
  ['title', 'title'],
  ['parts.part1', 'parts.part1'],
  ['', ''],
])('says of %j where the model wrote it: %j', (path, written) => {
  expect(pathInParts(path, [4, 4, 3])).toBe(written);
});
