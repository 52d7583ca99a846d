import { describe, expect, it } from 'vitest';
import { chooseSource, type PathKind } from '../../../src/jobs/choose-source.ts';

const disk: Readonly<Record<string, PathKind>> = {
  'notes.md': 'file',
  './Photosynthesis': 'file',
  Photosynthesis: 'file',
  docs: 'directory',
  'docs/': 'directory',
  '/dev/zero': 'other',
  'lectures/water': 'file',
};
const kindOf = async (path: string): Promise<PathKind> => disk[path] ?? 'nothing';
const choose = (argument: string | null, topic: string | null = null) => chooseSource({ argument, topic }, kindOf);

describe('chooseSource', () => {
  it.each([
    ['notes.md', { kind: 'file', path: 'notes.md' }],
    ['lectures/water', { kind: 'file', path: 'lectures/water' }],
    ['./Photosynthesis', { kind: 'file', path: './Photosynthesis' }],
    ['-', { kind: 'stdin' }],
    ['https://example.org/ice.pdf?a=1', { kind: 'url', url: new URL('https://example.org/ice.pdf?a=1') }],
    ['HTTP://example.org', { kind: 'url', url: new URL('http://example.org') }],
    ['AI in Healthcare', { kind: 'topic', topic: 'AI in Healthcare' }],
    ['Node.js', { kind: 'topic', topic: 'Node.js' }],
    ['What is 2.5?', { kind: 'topic', topic: 'What is 2.5?' }],
    ['जल चक्र', { kind: 'topic', topic: 'जल चक्र' }],
    [' Rivers ', { kind: 'topic', topic: 'Rivers' }],
  ])('understands %j as it is meant', async (argument, choice) => {
    expect(await choose(argument)).toEqual(choice);
  });

  it.each([
    ['missing.md', 'SOURCE_MISSING', /no file "missing\.md".*--topic "missing\.md"/],
    ['missing.PDF', 'SOURCE_MISSING', /no file "missing\.PDF"/],
    ['chapters/one', 'SOURCE_MISSING', /no file "chapters\/one"/],
    ['www.example.org/ice', 'SOURCE_MISSING', /write https:\/\/www\.example\.org\/ice\./],
    ['ftp://example.org/ice', 'INPUT_INVALID', /begins with ftp:\/\//],
    ['file:///home/me/ice.md', 'INPUT_INVALID', /address of a file; give its path/],
    ['https://', 'INPUT_INVALID', /no valid address/],
    ['AI/ML', 'SOURCE_MISSING', /--topic "AI\/ML"/],
    ['Photosynthesis', 'INPUT_INVALID', /\.\/Photosynthesis or --topic "Photosynthesis"/],
    ['docs', 'INPUT_INVALID', /"docs" is a folder here.*\.\/docs\/FILE or --topic "docs"/],
    ['docs/', 'INPUT_INVALID', /"docs\/" is a folder; give one document/],
    ['/dev/zero', 'INPUT_INVALID', /not a regular file/],
    ['   ', 'INPUT_INVALID', /topic is empty/],
  ])('refuses %j and says the way out', async (argument, code, message) => {
    await expect(choose(argument)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('takes --topic as it is, also when a file has that name', async () => {
    expect(await choose(null, 'Photosynthesis')).toEqual({ kind: 'topic', topic: 'Photosynthesis' });
  });

  it('refuses a document and a topic together, since one of them would be dropped', async () => {
    await expect(choose('notes.md', 'Rivers')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('refuses no words at all', async () => {
    await expect(choose(null)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});
