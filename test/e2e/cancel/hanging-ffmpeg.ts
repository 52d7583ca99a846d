import { existsSync } from 'node:fs';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An ffmpeg that does its work, save for one kind of call, in which it never ends. */
export interface HangingFfmpeg {
  readonly path: string;
  /** From now on a call with this word in its arguments hangs; null lets all through. */
  readonly hangOn: (word: string | null) => Promise<void>;
  /** Whether a call hangs or hung since `hangOn`. */
  readonly hasHung: () => boolean;
}

/** Writes a program into `folder` that stands before the real ffmpeg. */
export async function writeHangingFfmpeg(folder: string, realPath: string): Promise<HangingFfmpeg> {
  const path = join(folder, 'ffmpeg');
  const wordPath = join(folder, 'ffmpeg-hangs-on');
  const hungPath = join(folder, 'ffmpeg-hung');
  const lines = [
    '#!/bin/sh',
    `if [ -e '${wordPath}' ]; then`,
    `  case "$*" in *"$(cat '${wordPath}')"*) : > '${hungPath}'; exec sleep 600;; esac`,
    'fi',
    `exec '${realPath}' "$@"`,
    '',
  ];
  await writeFile(path, lines.join('\n'));
  await chmod(path, 0o755);
  return {
    path,
    hangOn: async (word) => {
      await rm(hungPath, { force: true });
      if (word === null) await rm(wordPath, { force: true });
      else await writeFile(wordPath, word);
    },
    hasHung: () => existsSync(hungPath),
  };
}
