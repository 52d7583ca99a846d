import { InputError } from '../contract/errors.ts';
import { DOCUMENT_EXTENSIONS } from './known-document-extensions.ts';

/** What lies at a path: `other` is a device, a socket or a pipe. */
export type PathKind = 'file' | 'directory' | 'other' | 'nothing';

/** Where the matter of a lecture comes from. */
export type SourceChoice =
  | { readonly kind: 'file'; readonly path: string }
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
 * Decides whether words name a file, standard input or a topic. What looks like a path must exist and is never taken for
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
  const kind = await kindOf(argument);
  if (!looksLikePath(argument)) {
    if (kind === 'nothing') return { kind: 'topic', topic: argument.trim() };
    const what = kind === 'directory' ? 'a folder' : 'a file';
    const path = kind === 'directory' ? `./${argument}/FILE` : `./${argument}`;
    throw invalid(`"${argument}" is ${what} here and may also be a topic; write ${path} or --topic "${argument}".`);
  }
  if (kind === 'file') return { kind: 'file', path: argument };
  if (kind === 'directory') throw invalid(`"${argument}" is a folder; give one document in it.`);
  if (kind === 'other') throw invalid(`"${argument}" is not a regular file; give a document, or - for standard input.`);
  throw new InputError(
    'SOURCE_MISSING',
    `There is no file "${argument}"; check the path, or write --topic "${argument}" if it is a topic.`,
  );
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
