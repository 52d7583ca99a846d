import { resolve } from 'node:path';
import { ConfigError } from '../contract/errors.ts';
import type { Config } from './config.ts';
import { defaultDataDir } from './default-data-dir.ts';
import { readConfigFile } from './read-config-file.ts';
import { resolveTemporalTarget, type TemporalFlags } from './resolve-temporal-target.ts';
import { parseSettingText, SETTING_ROWS, type SettingKey, type Settings, settingsSchema } from './settings.ts';

export type { Config } from './config.ts';

/** What the configuration is made of. Nothing else is read, save `lectra.config.json` in `cwd` and `temporal.toml`. */
export interface ConfigInput {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
  /** Absolute. */
  readonly homeDir: string;
  /** Values of command-line options by setting key, as text; an absent one falls through. */
  readonly flags?: Readonly<Partial<Record<SettingKey, string | undefined>>> & TemporalFlags;
  /** Default: the platform that this process runs on. */
  readonly platform?: NodeJS.Platform;
}

/** Returns the one frozen configuration: flags over environment over file over defaults. Throws CONFIG_INVALID. */
export function loadConfig(input: ConfigInput): Config {
  const env = withoutUnset(input.env);
  const defaults: Settings = {
    dataDir: defaultDataDir(input.platform ?? process.platform, env, input.homeDir),
    outputDir: resolve(input.cwd, 'output'),
    // Whoever starts a workflow by hand stands in the folder with the documents.
    sourceDirs: [input.cwd],
    allowedHosts: [],
    temporalCli: null,
    temporalPort: null,
    temporalUiPort: null,
    queuePrefix: '',
    // The parallel slots of an Ollama server that nobody configured.
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
  };
  const settings = checkSettings({
    ...defaults,
    ...readConfigFile(input.cwd),
    ...settingsOf(input.cwd, (key) => env[SETTING_ROWS[key].variable]),
    ...settingsOf(input.cwd, (key) => input.flags?.[key]),
  });
  return deepFreeze({
    ...settings,
    isCi: env.CI !== undefined && env.CI !== 'false' && env.CI !== '0',
    searchPath: env.PATH ?? env.Path ?? '',
    openaiKey: readKey('LECTRA_OPENAI_KEY', env),
    temporal: resolveTemporalTarget(env, input.homeDir, input.flags ?? {}),
  });
}

/** An empty variable counts as unset, as shells write `NAME= command` to say so. */
function withoutUnset(env: ConfigInput['env']): Record<string, string> {
  const set: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) if (value !== undefined && value !== '') set[name] = value;
  return set;
}

function settingsOf(cwd: string, textOf: (key: SettingKey) => string | undefined): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const key of settingsSchema.keyof().options) {
    const text = textOf(key);
    if (text !== undefined) values[key] = parseSettingText(SETTING_ROWS[key].kind, text, cwd);
  }
  return values;
}

function checkSettings(values: Readonly<Record<string, unknown>>): Settings {
  const checked = settingsSchema.safeParse(values);
  if (checked.success) return checked.data;
  const key = settingsSchema.keyof().safeParse(checked.error.issues[0]?.path[0]);
  if (!key.success) throw checked.error;
  const row = SETTING_ROWS[key.data];
  throw new ConfigError(
    'CONFIG_INVALID',
    `${row.variable} (${key.data} in lectra.config.json) is ${withoutLogin(JSON.stringify(values[key.data]))}, but it must be ${row.mustBe}.`,
    { cause: checked.error },
  );
}

/** Who puts a password or key into an address must not find it in a log. */
function withoutLogin(text: string): string {
  return text.replace(/(?<=:\/\/)[^\s/@]+(?=@)/g, '[hidden]').replace(/(?<=:\/\/[^\s?]*\?)[^\s"]+/g, '[hidden]');
}

/** A key travels in a header, which holds visible ASCII alone; an error of the header would print it. */
function readKey(variable: string, env: Readonly<Record<string, string>>): string | null {
  const key = env[variable]?.trim();
  if (key === undefined || key === '') return null;
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw new ConfigError(
    'CONFIG_INVALID',
    `${variable} holds a space, a line break or a letter beyond ASCII (its value is not shown); set it to the bare key.`,
  );
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part);
  return Object.freeze(value);
}
