import { unzipSync } from 'fflate';

/** A file in a ZIP package, as the directory of the package has it. */
export interface PackageEntry {
  readonly name: string;
  /** What the directory says; unpacking never gives more. */
  readonly unpackedBytes: number;
}

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** Returns the directory of a ZIP package without unpacking anything; null for bytes that are no ZIP or have no directory. */
export function listPackageEntries(bytes: Uint8Array): readonly PackageEntry[] | null {
  if (!isZip(bytes)) return null;
  const entries: PackageEntry[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries.push({ name, unpackedBytes: originalSize });
        return false;
      },
    });
  } catch {
    // Whatever is wrong with the directory, there is none to be had.
    return null;
  }
  return entries;
}

/** Whether a package has a part of that name: "word/document.xml". */
export function hasPackagePart(bytes: Uint8Array, pattern: RegExp): boolean {
  return listPackageEntries(bytes)?.some(({ name }) => pattern.test(name)) ?? false;
}
