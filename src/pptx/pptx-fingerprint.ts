// Counts up with every change of this folder that alters the bytes of some deck.
const REVISION = 3;

/** Returns what stands for this way of writing decks in step keys: our revision and the libraries that decide bytes. */
export function pptxFingerprint(): string {
  return `pptx ${REVISION}; pptxgenjs 4.0.1; @xmldom/xmldom 0.9.12; fflate 0.8.3`;
}
