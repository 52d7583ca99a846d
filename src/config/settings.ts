import { delimiter, resolve } from 'node:path';
import { z } from 'zod';
import { parseHttpUrl, parseOllamaHost, parseWikiUrl } from './parse-server-address.ts';

const portSchema = z.number().int().min(1).max(65_535);
const pathSchema = z.string().min(1);
const ollamaHostSchema = addressSchema(parseOllamaHost);
const httpUrlSchema = addressSchema(parseHttpUrl);
const wikiUrlSchema = addressSchema(parseWikiUrl);

/** The settings that a user can change, complete and checked. Unknown keys are refused. */
export const settingsSchema = z.strictObject({
  dataDir: pathSchema,
  outputDir: pathSchema,
  sourceDirs: z.array(pathSchema),
  allowedHosts: z.array(z.string().regex(/^[\w.:-]+$/)),
  temporalCli: pathSchema.nullable(),
  temporalPort: portSchema.nullable(),
  temporalUiPort: portSchema.nullable(),
  queuePrefix: z.string().regex(/^[A-Za-z0-9._-]{0,40}$/),
  gpuSlots: z.number().int().min(1).max(64),
  ollamaHost: ollamaHostSchema,
  ollamaPath: pathSchema.nullable(),
  openaiUrl: httpUrlSchema.nullable(),
  model: z
    .string()
    .regex(/^\S{1,200}$/)
    .nullable(),
  contextTokens: z.number().int().min(2_048).max(131_072),
  wikipediaUrl: wikiUrlSchema.nullable(),
  contact: z
    .string()
    .regex(/^(?:https?:\/\/|[\w.+-]+@)[\x21-\x27\x2A-\x7E]{3,200}$/)
    .nullable(),
  heartbeatTimeoutMs: z.number().int().min(2_000).max(600_000),
  hostIdleMs: z.number().int().min(0).max(86_400_000),
  ffmpegPath: pathSchema.nullable(),
});

export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export type SettingKey = keyof Settings;

/** How one setting is written, read and explained. */
export interface SettingRow {
  /** The environment variable. */
  readonly variable: string;
  readonly kind: 'path' | 'paths' | 'names' | 'integer' | 'text';
  /** What a valid value is, to finish the sentence "it must be …". */
  readonly mustBe: string;
  /** What the setting is for, one line; printed by `lectra doctor`. */
  readonly purpose: string;
}

/** One row for each setting; the key is also its name in lectra.config.json. */
export const SETTING_ROWS: Readonly<Record<SettingKey, SettingRow>> = {
  dataDir: {
    variable: 'LECTRA_DATA_DIR',
    kind: 'path',
    mustBe: 'the path of a folder',
    purpose: 'cache, database and artifacts',
  },
  outputDir: {
    variable: 'LECTRA_OUTPUT_DIR',
    kind: 'path',
    mustBe: 'the path of a folder',
    purpose: 'finished presentations, one folder each',
  },
  sourceDirs: {
    variable: 'LECTRA_SOURCE_DIRS',
    kind: 'paths',
    mustBe: `paths of folders with "${delimiter}" between them`,
    purpose: 'folders whose documents a bare workflow start may read',
  },
  allowedHosts: {
    variable: 'LECTRA_ALLOWED_HOSTS',
    kind: 'names',
    mustBe: 'names or addresses of hosts with "," between them',
    purpose: 'hosts with a private address that `generate https://…` may fetch from',
  },
  temporalCli: {
    variable: 'LECTRA_TEMPORAL_CLI',
    kind: 'path',
    mustBe: 'the path of the Temporal CLI',
    purpose: 'the Temporal CLI to use instead of looking for one',
  },
  temporalPort: {
    variable: 'LECTRA_TEMPORAL_PORT',
    kind: 'integer',
    mustBe: 'a port from 1 to 65535',
    purpose: 'wanted gRPC port of the embedded Temporal service',
  },
  temporalUiPort: {
    variable: 'LECTRA_TEMPORAL_UI_PORT',
    kind: 'integer',
    mustBe: 'a port from 1 to 65535',
    purpose: 'wanted port of the Temporal Web UI',
  },
  queuePrefix: {
    variable: 'LECTRA_QUEUE_PREFIX',
    kind: 'text',
    mustBe: 'at most 40 letters, digits, ".", "_" or "-"',
    purpose: 'separates installations on one Temporal service',
  },
  gpuSlots: {
    variable: 'LECTRA_GPU_SLOTS',
    kind: 'integer',
    mustBe: 'a whole number from 1 to 64',
    purpose: 'model calls at once',
  },
  ollamaHost: {
    variable: 'OLLAMA_HOST',
    kind: 'text',
    mustBe: 'a host, host:port or http(s) URL without a name, password or query',
    purpose: 'address of Ollama; on this machine an installed one is started there',
  },
  ollamaPath: {
    variable: 'LECTRA_OLLAMA',
    kind: 'path',
    mustBe: 'the path of the ollama program',
    purpose: 'the ollama to start instead of the one on PATH',
  },
  openaiUrl: {
    variable: 'LECTRA_OPENAI_URL',
    kind: 'text',
    mustBe: 'an http(s) URL without a name, password or query, such as http://127.0.0.1:8000/v1',
    purpose: 'server with the OpenAI protocol, such as vLLM, llama-server or LM Studio; its key: LECTRA_OPENAI_KEY',
  },
  model: {
    variable: 'LECTRA_MODEL',
    kind: 'text',
    mustBe: 'the name of a model, such as llama3.1:8b',
    purpose: 'model that writes, as its server names it',
  },
  contextTokens: {
    variable: 'LECTRA_CONTEXT_TOKENS',
    kind: 'integer',
    mustBe: 'a whole number of tokens from 2048 to 131072',
    purpose: 'context of each model call, prompt and answer together',
  },
  wikipediaUrl: {
    variable: 'LECTRA_WIKIPEDIA_URL',
    kind: 'text',
    mustBe: 'an http(s) URL without a name, password or query',
    purpose: 'wiki that `--research` reads instead of Wikipedia',
  },
  contact: {
    variable: 'LECTRA_CONTACT',
    kind: 'text',
    mustBe: 'a mail address or the http(s) URL of a page',
    purpose: 'how to reach you, told to Wikipedia with each request, as it asks of programs',
  },
  heartbeatTimeoutMs: {
    variable: 'LECTRA_HEARTBEAT_TIMEOUT_MS',
    kind: 'integer',
    mustBe: 'a whole number of milliseconds from 2000 to 600000',
    purpose: 'how long a worker may be silent before another one gets its step',
  },
  hostIdleMs: {
    variable: 'LECTRA_HOST_IDLE_MS',
    kind: 'integer',
    mustBe: 'a whole number of milliseconds from 0 to 86400000',
    purpose: 'how long the host stays on without a client or an open run',
  },
  ffmpegPath: {
    variable: 'FFMPEG_PATH',
    kind: 'path',
    mustBe: 'the path of ffmpeg',
    purpose: 'the ffmpeg to use instead of the one on PATH or the packaged one',
  },
};

/** Kept as plain text, so that the settings can be handed to the host; in the one way to write it that others can rely on. */
function addressSchema(parse: (text: string) => string | null) {
  return z.string().transform((text, context) => {
    const address = parse(text);
    if (address !== null) return address;
    context.addIssue('no address');
    return z.NEVER;
  });
}

/** Returns the typed value of a setting that was written as text; paths become absolute, seen from `cwd`. */
export function parseSettingText(kind: SettingRow['kind'], text: string, cwd: string): unknown {
  switch (kind) {
    case 'path':
      return resolve(cwd, text);
    case 'paths':
      return text
        .split(delimiter)
        .filter((part) => part !== '')
        .map((part) => resolve(cwd, part));
    case 'names':
      return text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
    case 'integer':
      return /^\d+$/.test(text.trim()) ? Number(text) : text;
    case 'text':
      return text;
  }
}
