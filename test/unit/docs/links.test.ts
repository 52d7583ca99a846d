import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, readPage } from './read-page.ts';

const pages = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Links and pictures that point into the repository, without the place within the page. */
function linksOf(page: string): string[] {
  return [...page.matchAll(/(?:\]\(|src=")([^)"#\s]+)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** Paths of sources that a page names in its text, such as `src/deck/lay-out-slide.ts`. */
function sourcesOf(page: string): string[] {
  return [...page.matchAll(/`((?:src|scripts|test|docs|temporal|samples)\/[\w./-]+)`/g)].map(([, path = '']) => path);
}

describe('the pages', () => {
  test('are found, or nothing below would be checked', () => {
    expect(pages).toEqual(expect.arrayContaining(['README.md', join('docs', 'reference', 'stages.md')]));
    expect(linksOf(readPage('README.md')).length).toBeGreaterThan(5);
  });

  test.each(pages)('%s links only to files that are there', (path) => {
    const broken = linksOf(readPage(path)).filter((target) => !existsSync(join(ROOT, dirname(path), target)));
    expect(broken).toEqual([]);
  });

  test.each(pages)('%s names only sources that are there', (path) => {
    expect(sourcesOf(readPage(path)).filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
  });

  test('every decision is in the index of decisions', () => {
    const listed = linksOf(readPage('docs/decisions/README.md'));
    const notes = readdirSync(join(ROOT, 'docs/decisions')).filter((name) => name !== 'README.md');
    expect([...listed].sort()).toEqual(notes.sort());
  });
});
