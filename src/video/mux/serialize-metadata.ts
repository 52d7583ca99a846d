import type { Chapter } from './plan-chapters.ts';

/** Returns title and chapters in ffmpeg's metadata format (https://ffmpeg.org/ffmpeg-formats.html#Metadata-1); chapter times count frames. */
export function serializeMetadata(input: {
  readonly title: string;
  readonly chapters: readonly Chapter[];
  readonly fps: number;
}): string {
  const lines = [';FFMETADATA1', `title=${escapeValue(input.title)}`];
  for (const chapter of input.chapters) {
    lines.push(
      '[CHAPTER]',
      `TIMEBASE=1/${input.fps}`,
      `START=${chapter.startFrame}`,
      `END=${chapter.endFrame}`,
      `title=${escapeValue(chapter.title)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function escapeValue(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\\=;#\n]/g, '\\$&');
}
