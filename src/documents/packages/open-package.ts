import { unzipSync } from 'fflate';
import { InputError } from '../../contract/errors.ts';
import type { SourceBytes } from '../formats/document-format.ts';
import { READING_LIMITS } from '../reading-limits.ts';
import { listPackageEntries } from './list-package-entries.ts';

const MIB = 1024 * 1024;
const countOf = (value: number): string => value.toLocaleString('en-US');
const megabytes = (sizeBytes: number): string => `${countOf(Math.ceil(sizeBytes / MIB))} MB`;

/** The unpacked parts of an Office package by name: "word/document.xml". */
export type PackageParts = ReadonlyMap<string, Uint8Array>;

/** Returns the refusal of a package whose inside does not fit together. */
export function damagedPackage(name: string, title: string, cause: unknown): InputError {
  return new InputError(
    'DOCUMENT_UNREADABLE',
    `"${name}" is a damaged ${title} file; open it in the program that made it, save it anew as .${title.toLowerCase()}, and start again.`,
    { cause },
  );
}

function refuse(name: string, title: string, found: string): never {
  throw new InputError(
    'DOCUMENT_UNREADABLE',
    `"${name}" ${found}, so it is no sound ${title} file; save it anew from the program that made it, or give its text as .md or .txt.`,
  );
}

function assertBounded(bytes: Uint8Array, name: string, title: string, isWanted: (part: string) => boolean): void {
  const entries = listPackageEntries(bytes);
  if (entries === null) throw damagedPackage(name, title, new Error('The package has no directory.'));
  const { zipEntries, unpackedBytes, unpackedEntryBytes } = READING_LIMITS;
  if (entries.length > zipEntries) {
    refuse(name, title, `holds ${countOf(entries.length)} files, and Lectra opens at most ${countOf(zipEntries)}`);
  }
  const wholeBytes = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (wholeBytes > unpackedBytes) {
    const found = `of ${megabytes(bytes.length)} unpacks to ${megabytes(wholeBytes)}`;
    refuse(name, title, `${found}, and Lectra unpacks at most ${megabytes(unpackedBytes)}`);
  }
  const tooLarge = entries.find((entry) => isWanted(entry.name) && entry.unpackedBytes > unpackedEntryBytes);
  if (tooLarge === undefined) return;
  const found = `has a part "${tooLarge.name}" of ${megabytes(tooLarge.unpackedBytes)}`;
  refuse(name, title, `${found}, and Lectra takes parts of at most ${megabytes(unpackedEntryBytes)}`);
}

/**
 * Returns the wanted parts of an Office package. Counts and sizes are taken from the directory and checked before anything
 * is unpacked, and no part gives more bytes than the directory says. Throws DOCUMENT_UNREADABLE; `title` is such as "DOCX".
 */
export function openPackage(
  { bytes, name }: SourceBytes,
  title: string,
  isWanted: (part: string) => boolean,
): PackageParts {
  assertBounded(bytes, name, title, isWanted);
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter: (entry) => isWanted(entry.name) })));
  } catch (error) {
    throw damagedPackage(name, title, error);
  }
}
