import { expect, test } from 'vitest';
import { runProcess } from '../../../src/platform/run-process.ts';

const SCRIPT = `
const { createCanvas } = await import(${JSON.stringify(new URL('../../../src/frames/canvas.ts', import.meta.url).href)});
const canvas = createCanvas(600, 80);
const context = canvas.getContext('2d');
context.font = '400 48px "Gelasio"';
context.fillText('fishing tides', 8, 56);
console.log(context.measureText('fishing tides').width, canvas.toBuffer('image/png').toString('base64'));
`;

async function drawUnder(locale: string): Promise<string> {
  const { stdout } = await runProcess({
    command: process.execPath,
    args: ['--input-type=module', '--eval', SCRIPT],
    env: { LC_ALL: locale, LANG: locale },
    signal: new AbortController().signal,
  });
  return new TextDecoder().decode(stdout);
}

test('draws and measures the same in every language of the machine, though the headings have a Turkish i of their own', async () => {
  const plain = await drawUnder('C');
  expect(plain.length).toBeGreaterThan(500);
  expect(await drawUnder('tr_TR.UTF-8')).toBe(plain);
  expect(await drawUnder('en_US.UTF-8')).toBe(plain);
});
