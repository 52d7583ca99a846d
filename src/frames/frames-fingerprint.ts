import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { ConfigError } from '../contract/errors.ts';
import { DRAWING_FAMILIES, FONT_SOURCES } from './font-files.ts';

// Raise it whenever the same shapes come out as different pixels.
const DRAWING_VERSION = 2;

/** Returns a text that changes when pixels may change: versions of the canvas, the encoder, the icons and the fonts. */
export function framesFingerprint(): string {
  const packages = [
    '@napi-rs/canvas',
    'sharp',
    '@phosphor-icons/core',
    ...DRAWING_FAMILIES.map((family) => `@fontsource/${FONT_SOURCES[family].name}`),
  ];
  return [`frames-${DRAWING_VERSION}`, ...packages.map((name) => `${name}@${versionOf(name)}`)].join(' ');
}

function versionOf(name: string): string {
  const path = findPackageJSON(name, import.meta.url);
  const manifest: unknown = path === undefined ? null : JSON.parse(readFileSync(path, 'utf8'));
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest)) {
    throw new ConfigError('ENGINE_MISSING', `The package ${name} is not installed; run "npm ci" again.`);
  }
  return String(manifest.version);
}
