import { PROFILES } from '../../../src/workflows/activity-profiles.ts';
import type { LectureBrief, Writer } from '../../../src/writing/writer.ts';
import { retryAsProfiled } from './retry-as-profiled.ts';
import type { WrittenLecture } from './written-lecture.ts';

/**
 * Writes a lecture as a run does: the outline, then all slides at once, each with its tags after its script, every call
 * tried again under the limits of its profile. The first error that stays ends the others and is thrown.
 */
export async function writeLecture(
  writer: Writer,
  brief: LectureBrief,
  wait: (durationMs: number) => Promise<void>,
): Promise<WrittenLecture> {
  const failed = new AbortController();
  const { signal } = failed;
  const retry = <Value>(work: (attempt: number) => Promise<Value>) => retryAsProfiled(work, PROFILES.model, wait);

  const outline = await retry((attempt) => writer.writeOutline({ ...brief, attempt }, signal));
  const writeOne = async (slide: WrittenLecture['outline']['value']['slides'][number]) => {
    const script = await retry((attempt) =>
      writer.writeSlide({ brief: { ...brief, attempt }, outline: outline.value, slide }, signal),
    );
    const sentences = script.value.narration.map(({ text }) => text);
    const { language, model } = brief;
    const { tagNarration } = writer;
    const tags =
      tagNarration === null
        ? null
        : await retry((attempt) => tagNarration({ sentences, language, model, attempt }, signal));
    return { script, tags };
  };
  const slides = outline.value.slides.map((slide) =>
    writeOne(slide).catch((error: unknown) => {
      failed.abort(error);
      throw error;
    }),
  );
  await Promise.allSettled(slides);
  signal.throwIfAborted();
  return { brief, outline, slides: await Promise.all(slides) };
}
