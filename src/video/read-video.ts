import { ALL_FORMATS, EncodedPacketSink, FilePathSource, Input } from 'mediabunny';

/** What a finished MP4 holds. */
export interface VideoFacts {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly frameCount: number;
  /** Frames that need no other, by index. */
  readonly wholeFrames: readonly number[];
  /** Start of each frame in seconds, in decoding order. */
  readonly frameStartsSec: readonly number[];
  readonly durationSec: number;
  readonly audio: { readonly channelCount: number; readonly sampleRateHz: number; readonly durationSec: number } | null;
  readonly isBt709: boolean;
}

/** Returns what the container says about a video, without decoding it. Throws RangeError when the file has no picture. */
export async function readVideo(path: string): Promise<VideoFacts> {
  using input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  if (track === null) throw new RangeError(`${path} holds no picture.`);
  const wholeFrames: number[] = [];
  const frameStartsSec: number[] = [];
  for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, { metadataOnly: true })) {
    if (packet.type === 'key') wholeFrames.push(frameStartsSec.length);
    frameStartsSec.push(packet.timestamp);
  }
  const audio = await input.getPrimaryAudioTrack();
  const colorSpace = await track.getColorSpace();
  return {
    widthPx: await track.getDisplayWidth(),
    heightPx: await track.getDisplayHeight(),
    frameCount: frameStartsSec.length,
    wholeFrames,
    frameStartsSec,
    durationSec: await track.computeDuration(),
    audio: audio && {
      channelCount: await audio.getNumberOfChannels(),
      sampleRateHz: await audio.getSampleRate(),
      durationSec: await audio.computeDuration(),
    },
    isBt709: colorSpace.primaries === 'bt709' && colorSpace.matrix === 'bt709' && colorSpace.transfer === 'bt709',
  };
}
