import { InputError } from '../contract/errors.ts';
import { DOCUMENT_EXTENSIONS } from './known-document-extensions.ts';

/** What lies at a path: `other` is a device, a socket or a pipe. */
export type PathKind = 'file' | 'directory' | 'other' | 'nothing';

/** Where the matter of a lecture comes from. */
export type SourceChoice =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'url'; readonly url: URL }
  | { readonly kind: 'stdin' }
  | { readonly kind: 'topic'; readonly topic: string };

/** What was typed as the matter of a lecture. */
export interface SourceWords {
  /** The argument of `generate`, or null. */
  readonly argument: string | null;
  /** The value of --topic, or null. */
  readonly topic: string | null;
}

/**
 * Decides whether words name a file, a web address, standard input or a topic. What looks like a path must exist and is never taken for
 * a topic; a bare word that is also a name in the folder is refused with both ways to say it. Throws INPUT_INVALID and
 * SOURCE_MISSING.
 */
export async function chooseSource(
  words: SourceWords,
  kindOf: (path: string) => Promise<PathKind>,
): Promise<SourceChoice> {
  const { argument, topic } = words;
  if (topic !== null && argument !== null) {
    throw invalid(`Both "${argument}" and --topic "${topic}" are given; give one of them.`);
  }
  const given = topic ?? argument;
  if (given === null) throw invalid('Nothing to make a lecture of; give a document, or - for standard input.');
  assertNotBlank(given);
  if (argument === null) return { kind: 'topic', topic: given.trim() };
  if (argument === '-') return { kind: 'stdin' };
  const url = urlOf(argument);
  if (url !== null) return { kind: 'url', url };
  const kind = await kindOf(argument);
  if (!looksLikePath(argument)) {
    if (kind === 'nothing') return { kind: 'topic', topic: argument.trim() };
    const what = kind === 'directory' ? 'a folder' : 'a file';
    const path = kind === 'directory' ? `./${argument}/FILE` : `./${argument}`;
    throw invalid(`"${argument}" is ${what} here and may also be a topic; write ${path} or --topic "${argument}".`);
  }
  if (kind === 'file') return { kind: 'file', path: argument };
  if (kind === 'directory') throw invalid(`"${argument}" is a folder; give one document in it.`);
  if (kind === 'nothing' && /^(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}\//u.test(argument)) {
    throw new InputError(
      'SOURCE_MISSING',
      `There is no file "${argument}"; if it is the address of a page, write https://${argument}.`,
    );
  }
  if (kind === 'other') throw invalid(`"${argument}" is not a regular file; give a document, or - for standard input.`);
  throw new InputError(
    'SOURCE_MISSING',
    `There is no file "${argument}"; check the path, or write --topic "${argument}" if it is a topic.`,
  );
}

function urlOf(argument: string): URL | null {
  const scheme = /^(?<name>[a-z][a-z0-9+.-]+):\/\//iu.exec(argument)?.groups?.name?.toLowerCase();
  if (scheme === undefined) return null;
  if (scheme === 'file') throw invalid(`"${argument}" is the address of a file; give its path instead.`);
  if (scheme !== 'http' && scheme !== 'https') {
    throw invalid(`"${argument}" begins with ${scheme}://; give an address with https:// or http://, or a file.`);
  }
  if (!URL.canParse(argument)) throw invalid(`"${argument}" is no valid address; check it.`);
  return new URL(argument);
}

function looksLikePath(argument: string): boolean {
  if (/[/\\]/.test(argument)) return true;
  const extension = /[^\s.]\.([\p{L}\p{N}]+)$/u.exec(argument)?.[1]?.toLowerCase();
  return extension !== undefined && DOCUMENT_EXTENSIONS.includes(extension);
}

function assertNotBlank(words: string): void {
  if (words.trim() === '') throw invalid('The topic is empty; give a document, or - for standard input.');
}

function invalid(message: string): InputError {
  return new InputError('INPUT_INVALID', message);
}
