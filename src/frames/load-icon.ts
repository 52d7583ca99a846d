import type { Image } from '@napi-rs/canvas';
import { decodePicture } from './decode-picture.ts';
import { readPackagedFile } from './read-packaged-file.ts';

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
  const svg = readPackagedFile(`@phosphor-icons/core/assets/duotone/${name}-duotone.svg`).toString('utf8');
  const colored = svg
    .replace('<svg ', `<svg width="${sidePx}" height="${sidePx}" `)
    .replaceAll('opacity="0.2"', `style="fill:#${fillColor}"`)
    .replaceAll('fill="currentColor"', `fill="#${lineColor}"`);
  return decodePicture(new TextEncoder().encode(colored));
}
