import { describe, expect, it } from 'vitest';
import type { TimelinePage } from '../../../../src/contract/schemas/timeline.ts';
import { planChapters } from '../../../../src/video/mux/plan-chapters.ts';
import { serializeMetadata } from '../../../../src/video/mux/serialize-metadata.ts';

function page(slideId: string, title: string, startFrame: number, frameCount: number): TimelinePage {
  const stills = [{ still: 0, startFrame }];
  return { slideId, slideNumber: 1, pageNumber: 1, title, startFrame, frameCount, stills, sentenceIndices: [] };
}

describe('planChapters', () => {
  it('makes one chapter of all pages of a slide, named by the first', () => {
    const pages = [page('a', 'Water', 0, 10), page('a', 'Water (2)', 10, 5), page('b', 'Water', 15, 7)];
    expect(planChapters(pages)).toEqual([
      { title: 'Water', startFrame: 0, endFrame: 15 },
      { title: 'Water', startFrame: 15, endFrame: 22 },
    ]);
  });
});

describe('serializeMetadata', () => {
  it('escapes what would start a key, a comment or a line, so a title cannot add metadata', () => {
    const chapters = [{ title: 'a=b;c#d\\e\r\n[CHAPTER]', startFrame: 0, endFrame: 30 }];
    expect(serializeMetadata({ title: 'T', chapters, fps: 30 })).toBe(
      ';FFMETADATA1\ntitle=T\n[CHAPTER]\nTIMEBASE=1/30\nSTART=0\nEND=30\ntitle=a\\=b\\;c\\#d\\\\e\\\n[CHAPTER]\n',
    );
  });
});
