import createCommand from 'fluent-ffmpeg';
import { FAIL_ON_FULL_DISK } from '../engine/fail-on-full-disk.ts';
import { runFfmpegCommand } from '../engine/run-ffmpeg-command.ts';
import type { Ffmpeg } from '../locate-ffmpeg.ts';
import { trackLanguage } from './track-language.ts';

export interface MuxInput {
  readonly ffmpeg: Ffmpeg;
  readonly videoPath: string;
  readonly aacPath: string;
  readonly srtPath: string | null;
  readonly metadataPath: string;
  readonly fps: number;
  readonly language: string;
  readonly outputPath: string;
}

/** Returns the ffmpeg output options that join picture, voice, captions and chapters without encoding anything but the caption text. */
export function muxOptions(input: Pick<MuxInput, 'srtPath' | 'fps' | 'language'>): readonly string[] {
  const language = trackLanguage(input.language);
  const hasCaptions = input.srtPath !== null;
  const metadataInput = hasCaptions ? '3' : '2';
  return [
    ...FAIL_ON_FULL_DISK,
    ...['-map', '0:v:0', '-map', '1:a:0', ...(hasCaptions ? ['-map', '2:s:0', '-c:s', 'mov_text'] : [])],
    ...['-map_metadata', metadataInput, '-map_chapters', metadataInput, '-c:v', 'copy', '-c:a', 'copy'],
    ...['-metadata:s:a:0', `language=${language.code}`],
    // MP4 loses the title of a caption track; players show the handler name instead.
    ...(hasCaptions
      ? ['-metadata:s:s:0', `language=${language.code}`, '-metadata:s:s:0', `handler_name=${language.name}`]
      : []),
    ...['-video_track_timescale', String(input.fps * 1000), '-movflags', '+faststart+write_colr'],
    // No date and no program version: the same input gives the same bytes.
    ...['-fflags', '+bitexact', '-f', 'mp4'],
  ];
}

/** Joins the tracks into one MP4. Throws RenderError FFMPEG_FAILED or DISK_FULL; an abort kills ffmpeg. The half-written file is the caller's to remove. */
export async function muxTracks(input: MuxInput, signal: AbortSignal): Promise<void> {
  const command = createCommand().input(input.videoPath).input(input.aacPath);
  if (input.srtPath !== null) command.input(input.srtPath).inputOptions('-f', 'srt');
  command.input(input.metadataPath).inputOptions('-f', 'ffmetadata');
  command.setFfmpegPath(input.ffmpeg.path);
  command.outputOptions(...muxOptions(input)).output(input.outputPath);
  await runFfmpegCommand(command, `join the tracks of ${input.outputPath}`, signal);
}
