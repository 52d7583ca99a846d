import { BrokenAnswer } from './broken-answer.ts';

/**
 * Creates a decoder of a text that comes in pieces; without a piece it is at the end. A character that is cut between two
 * pieces comes with the second. Throws BrokenAnswer for bytes that are no UTF-8.
 */
export function createUtf8Decoder(): (chunk?: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (chunk) => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch (error) {
      throw new BrokenAnswer('garbled', 'bytes that are no UTF-8', { cause: error });
    }
  };
}
