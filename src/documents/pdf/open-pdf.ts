import { getDocumentProxy } from 'unpdf';
import { InputError } from '../../contract/errors.ts';
import type { SourceBytes } from '../formats/document-format.ts';
import { READING_LIMITS } from '../reading-limits.ts';

export type OpenPdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const unreadable = (message: string, cause?: unknown): InputError =>
  new InputError('DOCUMENT_UNREADABLE', message, { cause });

const errorName = (error: unknown): string => (error instanceof Error ? error.name : '');

/** Returns an open PDF that has pages. Throws DOCUMENT_UNREADABLE when it wants a password, is damaged, or is a form of the old kind. */
export async function openPdf({ bytes, name }: SourceBytes): Promise<OpenPdf> {
  const pdf = await load(bytes, name);
  if (pdf.numPages === 0) throw unreadable(`"${name}" is a PDF without pages; give a document with text.`);
  if (pdf.numPages > READING_LIMITS.pages) {
    throw new InputError(
      'INPUT_INVALID',
      `"${name}" has ${pdf.numPages} pages, and Lectra reads at most ${READING_LIMITS.pages}; give one chapter of it.`,
    );
  }
  if (pdf.isPureXfa) {
    throw unreadable(
      `"${name}" is a PDF form (XFA) that only its own program can show; print it to a PDF and give that one.`,
    );
  }
  return pdf;
}

async function load(bytes: Uint8Array, name: string): Promise<OpenPdf> {
  try {
    return await getDocumentProxy(bytes, {
      verbosity: 0,
      // Only text is wanted: pictures need not be unpacked, nor fonts be made for a screen.
      maxImageSize: 1,
      disableFontFace: true,
    });
  } catch (error) {
    if (errorName(error) === 'PasswordException') {
      throw unreadable(
        `"${name}" is encrypted and opens with a password only; save a copy without the password and give that one.`,
        error,
      );
    }
    if (errorName(error) === 'InvalidPDFException') {
      throw unreadable(
        `"${name}" is a damaged or incomplete PDF; get the file again, or open it in a PDF reader and save a new copy.`,
        error,
      );
    }
    throw error;
  }
}
