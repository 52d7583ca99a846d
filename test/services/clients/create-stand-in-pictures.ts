import sharp from 'sharp';
import { type Dispatcher, fetch, type Response } from 'undici';
import { z } from 'zod';
import { ProviderError } from '../../../src/contract/errors.ts';
import type { PictureCandidate } from '../../../src/contract/schemas/picture.ts';
import type { ImageProvider } from '../../../src/images/image-provider.ts';
import type { ProviderCall } from '../../../src/platform/provider-call.ts';
import { providerOutputError } from '../../../src/platform/provider-output-error.ts';
import { callProvider, refusalOf } from './call-provider.ts';
import { parseJson } from './parse-json.ts';

const PROVIDER_ID = 'openverse';
/** What is searched for to see whether the archive answers. */
export const PROBE_QUERY = 'light';

const MAXIMUM_REDIRECTS = 3;
const MAXIMUM_PICTURE_BYTES = 8_000_000;

export interface StandInPicturesInput {
  readonly url: string;
  readonly dispatcher: Dispatcher;
  /** The longest that one search or download may take, redirects included. */
  readonly limitMs: number;
}

const searchAnswerSchema = z.object({
  results: z.array(
    z.object({
      id: z.string().min(1),
      title: z.string().nullable(),
      url: z.url(),
      foreign_landing_url: z.url(),
      creator: z.string().nullable(),
      license: z.string().min(1),
      license_version: z.string().nullable(),
      license_url: z.url(),
      width: z.number().int().positive(),
      height: z.number().int().positive(),
    }),
  ),
});

/**
 * Creates a provider over the wire of an Openverse server. It never tries again by itself and follows redirects only to
 * the server that it knows. Throws PROVIDER_BAD_OUTPUT, PICTURE_UNUSABLE and what the wire throws.
 */
export function createStandInPictures(input: StandInPicturesInput): ImageProvider {
  const { url, dispatcher, limitMs } = input;
  const call = callOf(input);
  return {
    id: PROVIDER_ID,
    isAvailable: (signal) => isAvailable(input, signal),
    search: ({ keywords, limit }, signal) =>
      callProvider(call, { limitMs, signal }, async (abort) => {
        const query = new URLSearchParams({
          q: keywords.join(' '),
          license_type: 'commercial,modification',
          page_size: String(limit),
        });
        const response = await fetch(`${url}/v1/images/?${query}`, { dispatcher, signal: abort });
        if (!response.ok) throw await refusalOf(call, response);
        return parseCandidates(call, await response.text()).slice(0, limit);
      }),
    download: (candidate, signal) =>
      callProvider(call, { limitMs, signal }, async (abort) => {
        const response = await follow(input, candidate, abort);
        const bytes = await readLimited(response, candidate);
        await assertPicture(bytes, candidate);
        return bytes;
      }),
  };
}

const callOf = ({ url }: StandInPicturesInput): ProviderCall => ({
  provider: 'Openverse',
  url: new URL(url),
  now: Date.now,
});

async function isAvailable(input: StandInPicturesInput, signal: AbortSignal): Promise<boolean> {
  const { url, dispatcher, limitMs } = input;
  try {
    return await callProvider(callOf(input), { limitMs, signal }, async (abort) => {
      const response = await fetch(`${url}/v1/images/?q=${PROBE_QUERY}&page_size=1`, { dispatcher, signal: abort });
      await response.text();
      return response.ok;
    });
  } catch (error) {
    if (error instanceof ProviderError) return false;
    throw error;
  }
}

function parseCandidates(call: ProviderCall, text: string): PictureCandidate[] {
  const answer = searchAnswerSchema.safeParse(parseJson(text));
  if (!answer.success) throw providerOutputError(call, 'with something that is no list of pictures', answer.error);
  return answer.data.results.map((row) => ({
    provider: PROVIDER_ID,
    id: row.id,
    title: row.title ?? row.id,
    url: row.url,
    pageUrl: row.foreign_landing_url,
    creator: row.creator ?? 'unknown',
    licence: `${row.license} ${row.license_version ?? ''}`.trim(),
    licenceUrl: row.license_url,
    widthPx: row.width,
    heightPx: row.height,
  }));
}

/** The answer behind all redirects. Throws PICTURE_UNUSABLE when one of them leads to another server. */
async function follow(
  input: StandInPicturesInput,
  candidate: PictureCandidate,
  signal: AbortSignal,
): Promise<Response> {
  const { url, dispatcher } = input;
  let address = new URL(candidate.url);
  for (let redirects = 0; redirects <= MAXIMUM_REDIRECTS; redirects += 1) {
    if (address.origin !== new URL(url).origin) throw unusable(candidate, `leads to ${address.host}`);
    const response = await fetch(address, { dispatcher, signal, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || location === null) {
      if (!response.ok) throw await refusalOf(callOf(input), response);
      return response;
    }
    await response.body?.cancel();
    address = new URL(location, address);
  }
  throw unusable(candidate, 'is redirected without end');
}

async function readLimited(response: Response, candidate: PictureCandidate): Promise<Uint8Array> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('image/')) {
    await response.body?.cancel();
    throw unusable(candidate, `is of the type "${type}"`);
  }
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  // Leaving the loop by a throw cancels the body and with it the connection.
  for await (const chunk of response.body ?? []) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > MAXIMUM_PICTURE_BYTES) throw unusable(candidate, `has more than ${MAXIMUM_PICTURE_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function assertPicture(bytes: Uint8Array, candidate: PictureCandidate): Promise<void> {
  try {
    await sharp(bytes).stats();
  } catch (cause) {
    throw unusable(candidate, 'cannot be decoded', cause);
  }
}

function unusable(candidate: PictureCandidate, why: string, cause?: unknown): ProviderError {
  return new ProviderError(
    'PICTURE_UNUSABLE',
    `The picture "${candidate.title}" ${why}; another one is used.`,
    { provider: PROVIDER_ID },
    { cause },
  );
}
