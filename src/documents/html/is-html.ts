import type { SourceBytes } from '../formats/document-format.ts';

const HEAD_BYTES = 2048;
const HTML_NAME = /\.x?html?(?:[?#].*)?$/iu;
/** Pages inside Markdown are Markdown. */
const TEXT_NAME = /\.(?:md|markdown|mdown|mkd|mdx|txt|text)$/iu;
const BEFORE_MARKUP = /^(?:\uFEFF|\u00EF\u00BB\u00BF|\s|<\?xml[^>]*>|<!--[\s\S]*?-->)+/u;

/** Whether the bytes, or the name of what begins with a tag, say that it is a web page. */
export function isHtml({ bytes, name }: SourceBytes): boolean {
  // Every second byte of UTF-16 is NUL here.
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES)).replace(/\0|^(?:ÿþ|þÿ)/gu, '');
  const markup = head.replace(BEFORE_MARKUP, '');
  if (/^(?:<!doctype\s+html|<html[\s>])/iu.test(markup)) return !TEXT_NAME.test(name) || /<body|<head/iu.test(markup);
  return HTML_NAME.test(name) && /^<[a-z!]/iu.test(markup);
}
