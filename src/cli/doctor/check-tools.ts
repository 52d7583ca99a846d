import type { Config } from '../../config/config.ts';
import { LectraError } from '../../contract/errors.ts';
import { createTextMeasurer } from '../../frames/create-text-measurer.ts';
import { createSpeechEngines } from '../../speech/create-speech-engines.ts';
import { locateFfmpeg } from '../../video/locate-ffmpeg.ts';
import { type DoctorRow, okRow } from './doctor-row.ts';

/** Looks at what makes pictures, sound and video. */
export async function checkTools(config: Config, signal: AbortSignal): Promise<readonly DoctorRow[]> {
  return [await checkFfmpeg(config, signal), ...(await checkSpeech(signal)), checkFonts()];
}

async function checkFfmpeg(config: Config, signal: AbortSignal): Promise<DoctorRow> {
  const name = 'ffmpeg';
  try {
    const { ffmpegPath: configuredPath, searchPath } = config;
    const ffmpeg = await locateFfmpeg({ configuredPath, searchPath }, signal);
    return okRow(name, `${ffmpeg.version} at ${ffmpeg.path}`);
  } catch (error) {
    if (!(error instanceof LectraError)) throw error;
    const needed = 'ffmpeg with libx264, aac and libmp3lame';
    const mend = config.ffmpegPath === null ? 'npm ci --include=optional' : 'unset FFMPEG_PATH';
    return { name, state: 'missing', found: error.message, needed, mend };
  }
}

async function checkSpeech(signal: AbortSignal): Promise<readonly DoctorRow[]> {
  const rows: DoctorRow[] = [];
  for (const made of createSpeechEngines()) {
    await using engine = made;
    const name = `Voice ${engine.id}`;
    if (await engine.isAvailable(signal)) rows.push(okRow(name, 'speaks'));
    else {
      const needed = 'a voice that works without the network';
      rows.push({ name, state: 'missing', found: 'not installed', needed, mend: 'npm ci --include=optional' });
    }
  }
  return rows;
}

/** The measurer loads every font that slides are drawn with. */
function checkFonts(): DoctorRow {
  try {
    createTextMeasurer();
    return okRow('Fonts', 'all families load');
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { name: 'Fonts', state: 'missing', found, needed: 'the packaged fonts', mend: 'npm ci' };
  }
}
