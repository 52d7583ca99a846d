// This folder turns stills, the finished voice and captions into MP3, AAC and MP4, and is the only one that runs ffmpeg.
// In: raw pictures one by one, PCM, a timeline, a SubRip file. Out: encoded stills to keep, and files at the given paths.
// It must not know how a slide is drawn, who spoke, or where artifacts lie; ffmpeg is located once and handed in.

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Timeline } from '../contract/schemas/timeline.ts';
import type { EncodedStills } from './encoded-stills.ts';
import { writeThroughPart } from './engine/write-through-part.ts';
import type { Ffmpeg } from './locate-ffmpeg.ts';
import { muxTracks } from './mux/mux-tracks.ts';
import { planChapters } from './mux/plan-chapters.ts';
import { serializeMetadata } from './mux/serialize-metadata.ts';
import { writeVideoTrack } from './mux/write-video-track.ts';
import { planStillRuns } from './plan/plan-still-runs.ts';
import { skipFrames } from './skip-frames.ts';

export interface AssembleVideoInput {
  readonly ffmpeg: Ffmpeg;
  readonly timeline: Timeline;
  /** How many stills each page of a slide has, in the order of its pages. */
  readonly stillCounts: (slideId: string) => readonly number[];
  /** The encoded stills of a slide, page after page. Asked for once per slide, in the order shown. */
  readonly stillsOf: (slideId: string) => Promise<EncodedStills>;
  /** AAC in MP4 of the whole narration. */
  readonly aacPath: string;
  /** Captions as SubRip in UTF-8, or null for a video without a caption track. */
  readonly srt: { readonly path: string } | null;
  readonly title: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly outputPath: string;
  /** An existing folder of this call alone; what is written there is removed again. */
  readonly workDir: string;
  /** Receives how much is done, above 0 to 1. Default: nobody. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Writes the captioned MP4: each frame shows the still that the timeline names, one chapter a slide, index first for streaming. The same input gives the same bytes.
 * Throws RenderError FFMPEG_FAILED or DISK_FULL, RangeError for a timeline that contradicts itself. An abort or failure leaves no process and no file.
 */
export async function assembleVideo(
  input: AssembleVideoInput,
  signal: AbortSignal,
): Promise<{ readonly frameCount: number; readonly durationSec: number }> {
  const { ffmpeg, timeline } = input;
  const { fps, totalFrames, totalSamples, sampleRateHz } = timeline;
  if (totalFrames * sampleRateHz !== totalSamples * fps) {
    throw new RangeError(
      `${totalFrames} frames at ${fps} fps do not last as long as ${totalSamples} samples at ${sampleRateHz} Hz.`,
    );
  }
  const runs = planStillRuns(timeline, input.stillCounts);
  const videoPath = join(input.workDir, 'picture.mp4');
  const metadataPath = join(input.workDir, 'chapters.ffmetadata');
  try {
    await writeThroughPart([input.outputPath], async ([partPath = input.outputPath]) => {
      const chapters = planChapters(timeline.pages);
      await writeFile(metadataPath, serializeMetadata({ title: input.title, chapters, fps }), { signal });
      await writeVideoTrack(
        {
          runs,
          stillsOf: input.stillsOf,
          skipFramesFor: ({ widthPx, heightPx }) => skipFrames({ ffmpeg, widthPx, heightPx, fps }, signal),
          fps,
          outputPath: videoPath,
          // Joining the tracks copies the same bytes once more and takes about as long again.
          onProgress: (writtenFrames) => input.onProgress?.((0.5 * writtenFrames) / totalFrames),
        },
        signal,
      );
      const srtPath = input.srt?.path ?? null;
      const { aacPath, language } = input;
      await muxTracks(
        { ffmpeg, videoPath, aacPath, srtPath, metadataPath, fps, language, outputPath: partPath },
        signal,
      );
    });
  } finally {
    await Promise.all([rm(videoPath, { force: true }), rm(metadataPath, { force: true })]);
  }
  input.onProgress?.(1);
  return { frameCount: totalFrames, durationSec: totalFrames / fps };
}
