import type { DocumentFormat } from './document-format.ts';

/** The formats that Lectra reads beside Markdown and plain text. The first that knows the bytes takes them. */
export const DOCUMENT_FORMATS: readonly DocumentFormat[] = [];
