import { InputError, ProviderError } from '../contract/errors.ts';
import { MAXIMUM_SOURCE_BYTES } from '../contract/source-limit.ts';
import { type FetchDeps, type FetchedBody, guardedFetch } from '../platform/guarded-fetch.ts';
import type { GivenSource } from './read-source.ts';

export interface FetchSourceDeps extends FetchDeps {
  /** "Lectra/0.1.0" */
  readonly userAgent: string;
  /** Default: 60 s. */
  readonly limitMs?: number;
}

const LIMIT_MS = 60_000;
const ACCEPT =
  'text/html, application/xhtml+xml, text/markdown, text/plain, application/pdf, ' +
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document, ' +
  'application/vnd.openxmlformats-officedocument.presentationml.presentation, */*;q=0.5';
const WAY_OUT = 'save the page from your browser after signing in, and give the file';
const SIGN_IN_PATH =
  /(?:^|[/._-])(?:log[-_]?in|sign[-_]?in|signon|sso|oauth2?|saml2?|authorize|auth|accounts?\/login)(?:[/._?-]|$)/iu;
const SECRET_NAME =
  /token|api[-_]?key|access[-_]?key|^key$|secret|sig(?:nature)?$|passw|pwd|auth|session|credential|^x-amz-|^x-goog-|^sv$|^se$|^sp$/iu;
/** Types that no reader takes; everything else is told by its bytes. */
const UNREADABLE_TYPES: readonly (readonly [type: RegExp, what: string, wayOut: string])[] = [
  [/^image\//u, 'a picture', 'run text recognition (OCR) over it and give the text as .md or .txt'],
  [/^(?:audio|video)\//u, 'a recording', 'give what is said in it as .md or .txt'],
  [/^font\//u, 'a font', 'give a page with text'],
  [
    /^(?:application\/json|text\/csv|text\/javascript|application\/javascript)$/u,
    'data without prose',
    'give a page that explains it',
  ],
];

/** Returns the address of a page as it is cited: without a fragment, and without what looks like a key. */
export function citedAddress(url: URL): string {
  const cited = new URL(url);
  cited.hash = '';
  for (const name of [...cited.searchParams.keys()]) if (SECRET_NAME.test(name)) cited.searchParams.delete(name);
  return cited.href;
}

function assertReadableType({ url, mediaType }: { readonly url: URL; readonly mediaType: string }): void {
  const row = UNREADABLE_TYPES.find(([type]) => type.test(mediaType));
  if (row === undefined) return;
  throw new InputError('INPUT_INVALID', `"${citedAddress(url)}" is ${row[1]} (${mediaType}); ${row[2]}.`);
}

const behindLogin = (url: URL, how: string, cause?: unknown): InputError =>
  new InputError('DOCUMENT_UNREADABLE', `"${citedAddress(url)}" is behind a login (${how}); ${WAY_OUT}.`, { cause });

/** What the server says of the encoding goes before what the page says, https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding */
function toUtf8({ bytes, charset, mediaType }: FetchedBody): Uint8Array {
  if (charset === null || /^utf-?8$/u.test(charset) || !/^(?:text\/|application\/xhtml)/u.test(mediaType)) return bytes;
  try {
    return new TextEncoder().encode(`\uFEFF${new TextDecoder(charset).decode(bytes)}`);
  } catch (error) {
    // A name that nobody knows says nothing.
    if (error instanceof RangeError) return bytes;
    throw error;
  }
}

/**
 * Fetches the document at an address of the public internet; its name to cite is that address after redirects. Throws what
 * `guardedFetch` throws, and DOCUMENT_UNREADABLE, with the way out, for a page that sends on to a login or answers 401 or 403.
 */
export async function fetchSource(url: URL, deps: FetchSourceDeps, signal: AbortSignal): Promise<GivenSource> {
  try {
    const fetched = await guardedFetch(
      {
        url,
        provider: 'The web page',
        accept: ACCEPT,
        userAgent: deps.userAgent,
        limitBytes: MAXIMUM_SOURCE_BYTES,
        limitMs: deps.limitMs ?? LIMIT_MS,
        assertWanted: assertReadableType,
      },
      deps,
      signal,
    );
    const isSentOn = fetched.url.href !== url.href;
    if (isSentOn && SIGN_IN_PATH.test(fetched.url.pathname) && !SIGN_IN_PATH.test(url.pathname)) {
      throw behindLogin(url, `it sends on to ${fetched.url.host}${fetched.url.pathname}`);
    }
    const name = citedAddress(fetched.url);
    if (fetched.bytes.length === 0)
      throw new InputError('INPUT_INVALID', `"${name}" is empty (0 bytes); check the address.`);
    return { bytes: toUtf8(fetched), mediaType: fetched.mediaType || 'application/octet-stream', name };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const { statusCode } = error;
    if (statusCode === 401 || statusCode === 403) throw behindLogin(url, `HTTP ${statusCode}`, error);
    if (statusCode !== 404 && statusCode !== 410) throw error;
    throw new InputError(
      'SOURCE_MISSING',
      `There is no page at "${citedAddress(url)}" (HTTP ${statusCode}); check the address.`,
      {
        cause: error,
      },
    );
  }
}
