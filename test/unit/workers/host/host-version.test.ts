import { expect, it } from 'vitest';
import type { Config } from '../../../../src/config/config.ts';
import { loadConfig } from '../../../../src/config/load-config.ts';
import { settingsFingerprint } from '../../../../src/workers/host/host-version.ts';

const base = loadConfig({ env: {}, cwd: '/nowhere', homeDir: '/home/ada', platform: 'linux' });
const fingerprintWith = (change: Partial<Config>) => settingsFingerprint({ ...base, ...change });

it('is the same by another path to the data folder, so two who meet there do not drain each other in turn', () =>
  expect(fingerprintWith({ dataDir: '/a/link/to/it' })).toBe(settingsFingerprint(base)));

it.each([{ outputDir: '/other' }, { searchPath: '/bin' }, { isCi: true }])(
  'is the same with %j, so two shells share a host',
  (change) => expect(fingerprintWith(change)).toBe(settingsFingerprint(base)),
);

it.each([{ gpuSlots: 2 }, { ffmpegPath: '/opt/ffmpeg' }, { queuePrefix: 'b-' }])(
  'differs with %j, so the setting takes effect',
  (change) => expect(fingerprintWith(change)).not.toBe(settingsFingerprint(base)),
);
