import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configSchema } from '../../../src/config/config.ts';
import { type ConfigInput, loadConfig } from '../../../src/config/load-config.ts';
import { prepareDataDir } from '../../../src/config/prepare-data-dir.ts';
import { ConfigError } from '../../../src/contract/errors.ts';

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'lectra-config-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const load = (input: Partial<ConfigInput> = {}) =>
  loadConfig({ env: {}, cwd, homeDir: '/home/ada', platform: 'linux', ...input });

const writeConfigFile = (content: string) => writeFileSync(join(cwd, 'lectra.config.json'), content);

describe('where a value comes from', () => {
  it('falls back to defaults that work with nothing set', () => {
    expect(load()).toEqual({
      dataDir: '/home/ada/.local/share/lectra',
      outputDir: join(cwd, 'output'),
      sourceDirs: [cwd],
      allowedHosts: [],
      temporalCli: null,
      temporalPort: null,
      temporalUiPort: null,
      queuePrefix: '',
      gpuSlots: 4,
      ollamaHost: 'http://127.0.0.1:11434',
      ollamaPath: null,
      openaiUrl: null,
      model: null,
      contextTokens: 8_192,
      wikipediaUrl: null,
      contact: null,
      heartbeatTimeoutMs: 20_000,
      hostIdleMs: 600_000,
      ffmpegPath: null,
      isCi: false,
      searchPath: '',
      openaiKey: null,
      temporal: { kind: 'embedded' },
    });
  });

  it('takes flags over environment over file over defaults', () => {
    writeConfigFile(JSON.stringify({ gpuSlots: 1, temporalPort: 7001, queuePrefix: 'file-' }));
    const config = load({
      env: { LECTRA_GPU_SLOTS: '2', LECTRA_TEMPORAL_PORT: '7002' },
      flags: { gpuSlots: '3' },
    });
    expect([config.gpuSlots, config.temporalPort, config.queuePrefix]).toEqual([3, 7002, 'file-']);
  });

  it('makes every path absolute, so the host may run in another folder', () => {
    writeConfigFile(JSON.stringify({ ffmpegPath: 'bin/ffmpeg' }));
    const config = load({ env: { LECTRA_OUTPUT_DIR: 'out', LECTRA_SOURCE_DIRS: ['a', '/b'].join(delimiter) } });
    expect([config.outputDir, config.ffmpegPath, ...config.sourceDirs]).toEqual([
      join(cwd, 'out'),
      join(cwd, 'bin/ffmpeg'),
      join(cwd, 'a'),
      '/b',
    ]);
  });

  it('counts an empty variable as unset', () => {
    expect(load({ env: { LECTRA_GPU_SLOTS: '', CI: '' } })).toEqual(load());
  });

  it.each([
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/lectra'],
    ['darwin', {}, '/home/ada/Library/Application Support/lectra'],
    ['win32', { LOCALAPPDATA: '/local' }, '/local/lectra'],
  ] as const)('keeps data where %s wants it', (platform, env, dataDir) => {
    expect(load({ platform, env }).dataDir).toBe(dataDir);
  });

  it.each([
    ['true', true],
    ['1', true],
    ['false', false],
    ['0', false],
  ])('reads CI=%s as %s', (CI, isCi) => {
    expect(load({ env: { CI } }).isCi).toBe(isCi);
  });

  it('is frozen through and through, so no part can change it for another', () => {
    const config = load();
    expect(Object.isFrozen(config) && Object.isFrozen(config.temporal) && Object.isFrozen(config.sourceDirs)).toBe(
      true,
    );
  });

  it('survives JSON, so it can be handed to the host', () => {
    const config = load({
      env: { TEMPORAL_ADDRESS: 'example.org:7233', TEMPORAL_API_KEY: 'k', OLLAMA_HOST: 'gpu', LECTRA_OPENAI_KEY: 'k' },
    });
    expect(configSchema.parse(JSON.parse(JSON.stringify(config)))).toEqual(config);
  });
});

describe('the key of an OpenAI-compatible server', () => {
  it('comes from the environment alone and is no setting, so that no file or list of settings holds it', () => {
    expect(load({ env: { LECTRA_OPENAI_KEY: ' sk-secret\n' } }).openaiKey).toBe('sk-secret');
    writeConfigFile(JSON.stringify({ openaiKey: 'sk-secret' }));
    expect(() => load()).toThrow('unknown key "openaiKey"');
  });

  it.each(['sk secret', 'sk-sécret', 'sk-secret\nX-Other: 1'])('is refused without being shown', (key) => {
    expect(() => load({ env: { LECTRA_OPENAI_KEY: key } })).toThrow('LECTRA_OPENAI_KEY holds a space');
    expect(() => load({ env: { LECTRA_OPENAI_KEY: key } })).not.toThrow('cret');
  });

  it('is not shown either when it stands in an address', () => {
    for (const LECTRA_OPENAI_URL of ['http://me:pass-word@host/v1', 'http://host/v1?key=pass-word']) {
      expect(() => load({ env: { LECTRA_OPENAI_URL } })).toThrow('LECTRA_OPENAI_URL (openaiUrl');
      expect(() => load({ env: { LECTRA_OPENAI_URL } })).not.toThrow('pass-word');
    }
  });
});

describe('which Temporal service', () => {
  it('is the one of TEMPORAL_ADDRESS, in its namespace', () => {
    const { temporal } = load({ env: { TEMPORAL_ADDRESS: 'example.org:7233', TEMPORAL_NAMESPACE: 'talks' } });
    expect(temporal).toMatchObject({ kind: 'remote', address: 'example.org:7233', namespace: 'talks' });
  });

  it('is the one of the profile that TEMPORAL_PROFILE names', () => {
    const file = join(cwd, 'temporal.toml');
    writeFileSync(file, '[profile.lab]\naddress = "lab:7233"\nnamespace = "physics"\n');
    const env = { TEMPORAL_CONFIG_FILE: file, TEMPORAL_PROFILE: 'lab' };
    expect(load({ env }).temporal).toMatchObject({ kind: 'remote', address: 'lab:7233', namespace: 'physics' });
    expect(load({ env, flags: { address: 'other:1' } }).temporal).toMatchObject({ address: 'other:1' });
  });

  it('is refused when the profile does not exist', () => {
    const file = join(cwd, 'temporal.toml');
    writeFileSync(file, '[profile.lab]\naddress = "lab:7233"\n');
    expect(() => load({ env: { TEMPORAL_CONFIG_FILE: file, TEMPORAL_PROFILE: 'moon' } })).toThrow(/moon/);
  });
});

describe('a bad value', () => {
  it.each([
    [{ LECTRA_GPU_SLOTS: 'four' }, 'LECTRA_GPU_SLOTS (gpuSlots in lectra.config.json) is "four"'],
    [{ LECTRA_GPU_SLOTS: '0' }, 'is 0, but it must be a whole number from 1 to 64'],
    [{ LECTRA_TEMPORAL_PORT: '70000' }, 'LECTRA_TEMPORAL_PORT'],
    [{ LECTRA_QUEUE_PREFIX: 'a b' }, 'LECTRA_QUEUE_PREFIX'],
    [{ LECTRA_HEARTBEAT_TIMEOUT_MS: '5' }, 'LECTRA_HEARTBEAT_TIMEOUT_MS'],
    [
      { OLLAMA_HOST: 'ftp://gpu' },
      'OLLAMA_HOST (ollamaHost in lectra.config.json) is "ftp://gpu", but it must be a host',
    ],
    [{ LECTRA_OPENAI_URL: 'localhost:8000' }, 'LECTRA_OPENAI_URL'],
    [{ LECTRA_WIKIPEDIA_URL: 'wiki' }, 'LECTRA_WIKIPEDIA_URL'],
    [{ LECTRA_MODEL: 'llama 3' }, 'must be the name of a model'],
    [{ LECTRA_CONTEXT_TOKENS: '1024' }, 'a whole number of tokens from 2048 to 131072'],
  ])('%j is named with its variable', (env, part) => {
    expect(() => load({ env })).toThrow(part);
  });

  it.each([
    ['{"gpuSlot": 2}', 'unknown key "gpuSlot"'],
    ['{', 'not a JSON object'],
    ['[1]', 'not a JSON object'],
    ['{"gpuSlots": "many"}', 'is "many"'],
  ])('in the file %s is a configuration error', (content, part) => {
    writeConfigFile(content);
    expect(() => load()).toThrow(ConfigError);
    expect(() => load()).toThrow(part);
  });
});

describe('the data folder', () => {
  it('is open to its owner alone, also when it was there before', async () => {
    const dataDir = join(cwd, 'data');
    await prepareDataDir(dataDir);
    await prepareDataDir(dataDir);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  });

  it('is refused when a file is in its place', async () => {
    writeFileSync(join(cwd, 'data'), '');
    await expect(prepareDataDir(join(cwd, 'data'))).rejects.toThrow('LECTRA_DATA_DIR');
  });
});
