import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether LibreOffice and poppler are there to render decks with. */
export const CAN_RENDER = ['soffice', 'pdftoppm', 'pdftotext'].every(isOnPath);

/** One slide as LibreOffice shows it: its picture and the text that can be read in it. */
export interface RenderedSlide {
  readonly png: Uint8Array;
  readonly text: string;
}

/** Returns every slide of a deck as LibreOffice shows it, at 72 pixels an inch. */
export async function renderDeck(deck: Uint8Array): Promise<readonly RenderedSlide[]> {
  const folder = await mkdtemp(join(tmpdir(), 'lectra-render-'));
  try {
    await writeFile(join(folder, 'deck.pptx'), deck);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'deck.pptx')]);
    run('pdftoppm', ['-r', '72', '-png', join(folder, 'deck.pdf'), join(folder, 'slide')]);
    const pictures = (await readdir(folder)).filter((name) => /^slide.*\.png$/.test(name)).sort();
    return await Promise.all(
      pictures.map(async (name, index) => {
        const page = String(index + 1);
        const text = run('pdftotext', ['-f', page, '-l', page, join(folder, 'deck.pdf'), '-']);
        return { png: new Uint8Array(await readFile(join(folder, name))), text };
      }),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

function run(program: string, parameters: readonly string[]): string {
  return execFileSync(program, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

function isOnPath(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
