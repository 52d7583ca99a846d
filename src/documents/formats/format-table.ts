import type { DocumentFormat } from './document-format.ts';
import { isPdf } from './is-pdf.ts';

/** The formats that Lectra reads beside Markdown and plain text. The first that knows the bytes takes them. */
export const DOCUMENT_FORMATS: readonly DocumentFormat[] = [
  {
    title: 'PDF',
    isFormatOf: isPdf,
    loadReader: async () => (await import('../pdf/read-pdf-blocks.ts')).readPdfBlocks,
  },
];
