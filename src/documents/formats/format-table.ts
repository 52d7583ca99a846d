import { isDocx } from '../docx/is-docx.ts';
import { isHtml } from '../html/is-html.ts';
import { isPptx } from '../pptx/is-pptx.ts';
import type { DocumentFormat } from './document-format.ts';
import { isPdf } from './is-pdf.ts';

/** The formats that Lectra reads beside Markdown and plain text. The first that knows the bytes takes them. */
export const DOCUMENT_FORMATS: readonly DocumentFormat[] = [
  {
    title: 'PDF',
    isFormatOf: isPdf,
    loadReader: async () => (await import('../pdf/read-pdf-blocks.ts')).readPdfBlocks,
  },
  {
    title: 'DOCX',
    isFormatOf: isDocx,
    loadReader: async () => (await import('../docx/read-docx-blocks.ts')).readDocxBlocks,
  },
  {
    title: 'PPTX',
    isFormatOf: isPptx,
    loadReader: async () => (await import('../pptx/read-pptx-blocks.ts')).readPptxBlocks,
  },
  {
    title: 'HTML',
    isFormatOf: isHtml,
    loadReader: async () => (await import('../html/read-html-blocks.ts')).readHtmlBlocks,
  },
];
