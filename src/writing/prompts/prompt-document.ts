import type { SourceDocument } from '../../contract/schemas/source-document.ts';
import { type DocumentDigest, digestDocument, listPassages } from './digest-document.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { type NamedPassage, namePassages } from './name-passages.ts';

/** A longer text would be read anew by every slot of the server, which costs more than it helps. */
const WHOLE_LIMIT_CHARS = 6_000;
const WHOLE_SHARE_OF_CONTEXT = 0.4;
/** Rules, brief and task of an outline. */
const OUTLINE_PROMPT_TOKENS = 1_300;
const LEAST_DIGEST_TOKENS = 300;
/** Beyond this a digest makes an outline slower, not better. */
const MOST_DIGEST_TOKENS = 6_000;

/** Returns all of a document as prompts show it, when every call can hold it; null when it is too long for that. */
export function wholeDocument(document: SourceDocument, contextTokens: number): DocumentDigest | null {
  const passages = namePassages(document);
  const length = passages.reduce((sum, { passage }) => sum + passage.text.length, 0);
  if (length > WHOLE_LIMIT_CHARS) return null;
  const text = listPassages(passages, Number.POSITIVE_INFINITY, document.language);
  return estimateTokens(text) <= contextTokens * WHOLE_SHARE_OF_CONTEXT ? { text, passages } : null;
}

/** Returns what an outline of some passages is planned from: all of a short document, else a digest that leaves room. */
export function documentForOutline(
  document: SourceDocument,
  passages: readonly NamedPassage[],
  { contextTokens, maxAnswerTokens }: { readonly contextTokens: number; readonly maxAnswerTokens: number },
): DocumentDigest {
  const whole = wholeDocument(document, contextTokens);
  if (whole !== null && whole.passages.length === passages.length) return whole;
  const room = contextTokens - OUTLINE_PROMPT_TOKENS - maxAnswerTokens;
  const budgetTokens = Math.min(MOST_DIGEST_TOKENS, Math.max(LEAST_DIGEST_TOKENS, room));
  return digestDocument(passages, budgetTokens, document.language);
}
