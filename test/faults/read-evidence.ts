import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ProcessError } from '../../src/platform/process-error.ts';
import { runProcess } from '../../src/platform/run-process.ts';
import { checkPackage, type PackageFinding } from '../../src/pptx/check-package.ts';
import type { Ffmpeg } from '../../src/video/locate-ffmpeg.ts';
import { readVideo } from '../../src/video/read-video.ts';
import { listWords, readCaptionWords } from '../e2e/read-captions.ts';
import { listFiles } from '../e2e/read-folder.ts';

/** One frame of video: sound and picture may differ by no more. */
const MOST_DRIFT_SEC = 1 / 30;
const NEVER = new AbortController().signal;

const picturesSchema = z.object({ images: z.array(z.object({ slide_number: z.number(), kind: z.string() })) });

/** Returns the files below the output folder, what is wrong inside of those of a project, and which pictures were drawn. */
export async function readEvidence(outputDir: string, project: string, ffmpeg: Ffmpeg) {
  const files = await listFiles(outputDir);
  const folder = join(outputDir, project);
  const has = (name: string) => files.includes(`${project}/${name}`);
  const problems = [
    ...(has('presentation.pptx') ? checkDeck(await readFile(join(folder, 'presentation.pptx'))) : []),
    ...(has('narration.mp3') ? await findDecodingFault(join(folder, 'narration.mp3'), ffmpeg) : []),
    ...(has('presentation.mp4') ? await checkVideo(join(folder, 'presentation.mp4'), ffmpeg) : []),
    ...(has('narration.txt') ? await checkCaptions(folder) : []),
    ...(await checkJson(folder, files)),
  ];
  const drawn = has('images_metadata.json')
    ? picturesSchema
        .parse(JSON.parse(await readFile(join(folder, 'images_metadata.json'), 'utf8')))
        .images.filter(({ kind }) => kind === 'drawn')
    : [];
  return { files, fileProblems: problems, drawnSlides: drawn.map(({ slide_number }) => slide_number) };
}

function checkDeck(bytes: Uint8Array): string[] {
  return checkPackage(bytes).map(
    ({ part, problem, detail }: PackageFinding) => `presentation.pptx, ${part}: ${problem} (${detail}).`,
  );
}

async function checkVideo(path: string, ffmpeg: Ffmpeg): Promise<string[]> {
  const { audio, durationSec } = await readVideo(path);
  if (audio === null) return ['presentation.mp4 has no sound.'];
  const driftSec = Math.abs(audio.durationSec - durationSec);
  return [
    ...(driftSec > MOST_DRIFT_SEC ? [`The sound of presentation.mp4 is ${driftSec} s off its picture.`] : []),
    ...(await findDecodingFault(path, ffmpeg)),
  ];
}

async function findDecodingFault(path: string, { path: command }: Ffmpeg): Promise<string[]> {
  try {
    const { stderrTail } = await runProcess({
      command,
      args: ['-v', 'error', '-i', path, '-f', 'null', '-'],
      signal: NEVER,
    });
    return stderrTail === '' ? [] : [`${path} does not decode: ${stderrTail}`];
  } catch (error) {
    if (error instanceof ProcessError) return [`${path} does not decode: ${error.stderrTail}`];
    throw error;
  }
}

/** Both caption files show exactly the words of the narration. */
async function checkCaptions(folder: string): Promise<string[]> {
  const spoken = listWords(await readFile(join(folder, 'narration.txt'), 'utf8')).join(' ');
  const names = ['captions.srt', 'captions.vtt'];
  const shown = await Promise.all(
    names.map(async (name) => readCaptionWords(await readFile(join(folder, name), 'utf8')).join(' ')),
  );
  return names
    .filter((_, index) => shown[index] !== spoken)
    .map((name) => `${name} does not show the words that are spoken.`);
}

async function checkJson(folder: string, files: readonly string[]): Promise<string[]> {
  const names = files.flatMap((path) => (path.endsWith('.json') ? [path.slice(path.indexOf('/') + 1)] : []));
  const problems = await Promise.all(
    names.map(async (name) => {
      try {
        JSON.parse(await readFile(join(folder, name), 'utf8'));
        return [];
      } catch (error) {
        return [`${name} cannot be read: ${String(error)}`];
      }
    }),
  );
  return problems.flat();
}
