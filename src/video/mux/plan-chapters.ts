import type { Timeline } from '../../contract/schemas/timeline.ts';

/** A chapter of the video; frames from its start. */
export interface Chapter {
  readonly title: string;
  readonly startFrame: number;
  readonly endFrame: number;
}

/** Returns one chapter a slide, in the order shown, named by the title of its first page. Pages of a slide follow each other. */
export function planChapters(pages: Timeline['pages']): readonly Chapter[] {
  const chapters: Chapter[] = [];
  for (const [index, page] of pages.entries()) {
    const endFrame = page.startFrame + page.frameCount;
    const current = chapters.at(-1);
    if (current !== undefined && pages[index - 1]?.slideId === page.slideId) {
      chapters[chapters.length - 1] = { ...current, endFrame };
    } else chapters.push({ title: page.title, startFrame: page.startFrame, endFrame });
  }
  return chapters;
}
