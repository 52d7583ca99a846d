import { open } from 'node:fs/promises';
import { EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output } from 'mediabunny';
import { RenderError } from '../../contract/errors.ts';
import type { EncodedStills } from '../encoded-stills.ts';
import { avcCodecString, avcDecoderConfig } from '../h264/avc-decoder-config.ts';
import type { StillRun } from '../plan/plan-still-runs.ts';
import { planWholePictures } from '../plan/plan-whole-pictures.ts';
import type { SkipFrames } from '../skip-frames.ts';
import { writeToFile } from './write-to-file.ts';

export interface VideoTrackInput {
  readonly runs: readonly StillRun[];
  readonly stillsOf: (slideId: string) => Promise<EncodedStills>;
  readonly skipFramesFor: (stills: EncodedStills) => Promise<SkipFrames>;
  readonly fps: number;
  readonly outputPath: string;
  readonly onProgress: (writtenFrames: number) => void;
}

/**
 * Writes an MP4 with the picture alone, every frame of the same length and exactly stamped: each still as a whole picture, repeated by skip frames.
 * Not by ffmpeg, which stamps a raw stream in steps of 33.333 ms and loses a frame an hour. Throws RenderError FFMPEG_FAILED when stills do not fit together.
 */
export async function writeVideoTrack(input: VideoTrackInput, signal: AbortSignal): Promise<void> {
  const source = new EncodedVideoPacketSource('avc');
  await using file = await open(input.outputPath, 'w');
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: false }), target: writeToFile(file) });
  output.addVideoTrack(source, { frameRate: input.fps });
  try {
    await output.start();
    for await (const picture of listPictures(input, signal)) {
      const packet = new EncodedPacket(
        picture.data,
        picture.isWhole ? 'key' : 'delta',
        picture.frame / input.fps,
        1 / input.fps,
      );
      await source.add(packet, picture.frame === 0 ? describe(picture.stills) : undefined);
    }
    await output.finalize();
  } catch (error) {
    if (output.state !== 'finalized') await output.cancel();
    throw error;
  }
}

async function* listPictures(input: VideoTrackInput, signal: AbortSignal) {
  let stills: EncodedStills | undefined;
  let skips: SkipFrames | undefined;
  let slideId: string | undefined;
  let frame = 0;
  for (const run of input.runs) {
    if (stills === undefined || run.slideId !== slideId) {
      stills = await input.stillsOf(run.slideId);
      slideId = run.slideId;
      skips ??= await input.skipFramesFor(stills);
      assertJoinable(run.slideId, stills, skips, input.fps);
    }
    const whole = stills.stills[run.still];
    if (whole === undefined) {
      throw new RangeError(
        `Slide ${run.slideId} has ${stills.stills.length} encoded stills; still ${run.still} is missing.`,
      );
    }
    for (const length of planWholePictures(run.frameCount)) {
      signal.throwIfAborted();
      for (let index = 0; index < length; index += 1) {
        const skip = skips?.frames[(index - 1) % (skips.frames.length || 1)];
        yield { data: index === 0 || skip === undefined ? whole : skip, isWhole: index === 0, frame, stills };
        frame += 1;
      }
      input.onProgress(frame);
    }
  }
}

function assertJoinable(slideId: string, stills: EncodedStills, skips: SkipFrames | undefined, fps: number): void {
  const isSame =
    stills.fps === fps &&
    skips !== undefined &&
    Buffer.compare(stills.sps, skips.sps) === 0 &&
    Buffer.compare(stills.pps, skips.pps) === 0;
  if (isSame) return;
  throw new RenderError(
    'FFMPEG_FAILED',
    `The stills of slide ${slideId} (${stills.widthPx} x ${stills.heightPx}, ${stills.fps} fps) do not fit the others: another ffmpeg made them. Start the run again.`,
  );
}

function describe(stills: EncodedStills) {
  return {
    decoderConfig: {
      codec: avcCodecString(stills.sps),
      codedWidth: stills.widthPx,
      codedHeight: stills.heightPx,
      description: avcDecoderConfig(stills.sps, stills.pps),
      colorSpace: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false } as const,
    },
  };
}
