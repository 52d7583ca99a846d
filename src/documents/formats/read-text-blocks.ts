import type { DocumentBlocks } from '../blocks/document-block.ts';
import { cleanSource } from '../cleaning/clean-source.ts';
import { decodeText } from '../decoding/decode-text.ts';
import { readMarkdownBlocks } from '../markdown/read-markdown-blocks.ts';
import { readPlainBlocks } from '../plain-text/read-plain-blocks.ts';
import { assertReadableLength } from './assert-readable-length.ts';
import type { SourceBytes } from './document-format.ts';

const MARKDOWN_NAME = /\.(?:md|markdown|mdown|mkd|mdx)$/iu;
const PLAIN_NAME = /\.(?:txt|text)$/iu;
const ATX_HEADING = /^ {0,3}#{1,6}[ \t]+\S/mu;
const MARKDOWN_MARK = /^ {0,3}#{2,6}[ \t]+\S|^```|\]\([^)\s]+\)|\*\*\S|^\|.+\|$/mu;

/** A text file may hold Markdown; "# 1" alone in a text file may also be a comment, so there a second mark is wanted. */
function isMarkdown(text: string, name: string): boolean {
  if (MARKDOWN_NAME.test(name)) return true;
  return ATX_HEADING.test(text) && (!PLAIN_NAME.test(name) || MARKDOWN_MARK.test(text));
}

/** Returns the blocks of Markdown or plain text in whatever encoding it has. Errors: DOCUMENT_UNREADABLE, INPUT_INVALID. */
export function readTextBlocks({ bytes, name }: SourceBytes): DocumentBlocks {
  const text = cleanSource(decodeText(bytes, name));
  assertReadableLength(text, name);
  return isMarkdown(text, name) ? readMarkdownBlocks(text) : readPlainBlocks(text);
}
