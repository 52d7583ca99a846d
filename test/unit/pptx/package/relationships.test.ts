import { expect, test } from 'vitest';
import { baseFolderOf, relationshipsPartOf, resolveTarget } from '../../../../src/pptx/package/relationships.ts';

test.each([
  ['ppt/slides', '../media/picture1.png', 'ppt/media/picture1.png'],
  ['ppt/slides', '/ppt/media/picture1.png', 'ppt/media/picture1.png'],
  ['', 'ppt/presentation.xml', 'ppt/presentation.xml'],
  ['ppt', 'slides/slide%201.xml', 'ppt/slides/slide 1.xml'],
])('from %o the target %s means %s', (folder, target, part) => {
  expect(resolveTarget(folder, target)).toBe(part);
});

test.each([
  ['ppt/slides/slide1.xml', 'ppt/slides/_rels/slide1.xml.rels', 'ppt/slides'],
  ['presentation.xml', '_rels/presentation.xml.rels', ''],
  ['', '_rels/.rels', ''],
])('the relationships of %o lie in %s', (part, relationships, folder) => {
  expect(relationshipsPartOf(part)).toBe(relationships);
  expect(baseFolderOf(relationships)).toBe(folder);
});
