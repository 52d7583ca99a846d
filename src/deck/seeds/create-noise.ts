import { createRandom } from './create-random.ts';

/** A smooth field over the plane, about -0.7 to 0.7. */
export type Noise = (x: number, y: number) => number;

const SIZE = 256;

/** Creates two-dimensional gradient noise (Perlin 2002) whose gradients and order the seed decides. */
export function createNoise(seed: number): Noise {
  const random = createRandom(seed);
  const order = shuffle(SIZE, random);
  const gradients = Array.from({ length: SIZE }, () => {
    const angleRad = random() * Math.PI * 2;
    return { x: Math.cos(angleRad), y: Math.sin(angleRad) };
  });
  const pull = (cellX: number, cellY: number, dx: number, dy: number) => {
    const inner = order[cellY & 255] ?? 0;
    const gradient = gradients[order[((cellX & 255) + inner) & 255] ?? 0];
    return gradient === undefined ? 0 : gradient.x * dx + gradient.y * dy;
  };
  return (x, y) => {
    const [cellX, cellY] = [Math.floor(x), Math.floor(y)];
    const [dx, dy] = [x - cellX, y - cellY];
    const [u, v] = [ease(dx), ease(dy)];
    const top = blend(pull(cellX, cellY, dx, dy), pull(cellX + 1, cellY, dx - 1, dy), u);
    const bottom = blend(pull(cellX, cellY + 1, dx, dy - 1), pull(cellX + 1, cellY + 1, dx - 1, dy - 1), u);
    return blend(top, bottom, v);
  };
}

function shuffle(size: number, random: () => number): number[] {
  const order = Array.from({ length: size }, (_, index) => index);
  for (let index = size - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
  }
  return order;
}

function ease(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10);
}

function blend(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
