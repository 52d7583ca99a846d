import { z } from 'zod';
import { LANGUAGE_CODES } from '../languages.ts';
import { artifactRefSchema } from './artifact-ref.ts';

export const THEMES = ['paper'] as const;
export const WRITERS = ['auto', 'ollama', 'openai', 'extractive'] as const;
/** A longer one is a document. */
export const TOPIC_LIMIT_CHARACTERS = 2_000;
const STEERING_LIMIT_CHARACTERS = 200;
export const VIDEO_QUALITIES = ['720p', '1080p', '1440p', '2160p'] as const;

/** Letters, digits, dot, dash and underscore of any script; no path can be written with it. */
export const PROJECT_PATTERN = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,79}$/u;

const namedArtifactSchema = z.strictObject({
  artifact: artifactRefSchema,
  /** What to show and to cite: a file name without a folder, or the address of a page. */
  name: z.string().min(1),
});

/** Absolute path on the worker's machine; only for a bare `temporal workflow start`. */
const pathSourceSchema = z.strictObject({ path: z.string().min(1) });

export const sourceSchema = z.union([namedArtifactSchema, pathSourceSchema]);

/** What a user asks for: the workflow input, the API and the CLI alike. Unknown keys are an error. */
export const requestSchema = z.strictObject({
  topic: z.string().min(1).max(TOPIC_LIMIT_CHARACTERS).optional(),
  source: sourceSchema.optional(),
  /** RunRecord of a run to carry on under its own plan; stands alone, save for `project`. */
  base: artifactRefSchema.optional(),
  project: z.string().regex(PROJECT_PATTERN).optional(),
  /** ISO 639-1; found from the document when absent. */
  language: z.enum(LANGUAGE_CODES).optional(),
  /** Cover and closing slide included. Default: what `minutes` needs, else 10. */
  slides: z.number().int().min(3).max(100).optional(),
  /** How long the lecture should be; the writer with a model spreads the words by it. */
  minutes: z.number().int().min(1).max(60).optional(),
  /** For whom it is: "nurses in their first year". */
  audience: z.string().trim().min(1).max(STEERING_LIMIT_CHARACTERS).optional(),
  /** How it should sound: "friendly, with everyday examples". */
  tone: z.string().trim().min(1).max(STEERING_LIMIT_CHARACTERS).optional(),
  theme: z.enum(THEMES).default('paper'),
  voice: z.string().optional(),
  rate_percent: z.number().int().min(-50).max(50).default(0),
  pitch_semitones: z.number().int().min(-6).max(6).default(0),
  writer: z.enum(WRITERS).default('auto'),
  /** Name of the model, as its server calls it. Default: LECTRA_MODEL, else the best known one that is installed. */
  model: z
    .string()
    .trim()
    .regex(/^\P{Cc}+$/u)
    .max(STEERING_LIMIT_CHARACTERS)
    .optional(),
  /** Whether a missing model may be downloaded. */
  pull: z.boolean().default(false),
  /** Whether a topic may be read up on at Wikipedia first. */
  research: z.boolean().default(false),
  /** Whether the run waits after the outline until somebody approves it. */
  gate: z.boolean().default(false),
  speech: z.enum(['auto', 'espeak']).default('auto'),
  /** Candidates to look at for each picture; 0 draws every picture. */
  images: z.number().int().min(0).max(5).default(3),
  video: z.boolean().default(true),
  quality: z.enum(VIDEO_QUALITIES).default('1080p'),
  captions: z.enum(['track', 'none']).default('track'),
  /** Drawn anew when it changes: a number that enters every step key. */
  variation: z.number().int().min(0).default(0),
});

export type RequestSource = z.infer<typeof sourceSchema>;
export type PresentationRequest = z.input<typeof requestSchema>;
export type ResolvedRequest = z.output<typeof requestSchema>;
