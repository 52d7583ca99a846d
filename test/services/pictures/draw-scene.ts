import { createChooser } from './seed-of.ts';

const RIDGES = 4;
const RIDGE_POINTS = 9;

/** Draws a landscape as SVG without text: sky, sun, ridges. Each id has its own colours and shapes. */
export function drawScene(id: string, widthPx: number, heightPx: number): string {
  const choose = createChooser(`scene ${id}`);
  const hue = choose.number(0, 359);
  const sunX = choose.number(15, 85);
  const ridges = Array.from({ length: RIDGES }, (_, ridge) => {
    const baseY = 45 + ridge * 13;
    const points = Array.from(
      { length: RIDGE_POINTS },
      (_, point) => `${(point * 100) / (RIDGE_POINTS - 1)},${baseY + choose.number(-12, 8)}`,
    );
    const color = `hsl(${(hue + 150 + ridge * choose.number(4, 18)) % 360},${30 + ridge * 8}%,${58 - ridge * 12}%)`;
    return `<polygon points="0,100 ${points.join(' ')} 100,100" fill="${color}"/>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 100 100" preserveAspectRatio="none">`,
    '<defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1">',
    `<stop offset="0" stop-color="hsl(${hue},65%,52%)"/><stop offset="1" stop-color="hsl(${(hue + 40) % 360},75%,86%)"/>`,
    '</linearGradient></defs>',
    '<rect width="100" height="100" fill="url(#s)"/>',
    `<ellipse cx="${sunX}" cy="${choose.number(15, 40)}" rx="6" ry="${(6 * widthPx) / heightPx}" fill="hsl(${(hue + 60) % 360},90%,92%)"/>`,
    ...ridges,
    '</svg>',
  ].join('');
}
