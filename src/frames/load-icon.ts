import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Image } from '@napi-rs/canvas';
import { ConfigError } from '../contract/errors.ts';
import { decodePicture } from './decode-picture.ts';

const require = createRequire(import.meta.url);

export interface IconRequest {
  /** Name in Phosphor, such as "cloud-rain". */
  readonly name: string;
  readonly sidePx: number;
  /** Six hex digits. */
  readonly lineColor: string;
  /** Colour of the second shape. */
  readonly fillColor: string;
}

/** Returns a duotone icon in two opaque colours. Throws ENGINE_MISSING when the icon is not installed. */
export async function loadIcon({ name, sidePx, lineColor, fillColor }: IconRequest): Promise<Image> {
  const svg = await readIcon(name);
  const colored = svg
    .replace('<svg ', `<svg width="${sidePx}" height="${sidePx}" `)
    .replaceAll('opacity="0.2"', `style="fill:#${fillColor}"`)
    .replaceAll('fill="currentColor"', `fill="#${lineColor}"`);
  return decodePicture(new TextEncoder().encode(colored));
}

async function readIcon(name: string): Promise<string> {
  try {
    return await readFile(require.resolve(`@phosphor-icons/core/assets/duotone/${name}-duotone.svg`), 'utf8');
  } catch (cause) {
    throw new ConfigError('ENGINE_MISSING', `There is no icon "${name}" in @phosphor-icons/core; run "npm ci" again.`, {
      cause,
    });
  }
}
