const DEVANAGARI_ZERO = 0x966;

/** Returns a text in NFC with its Devanagari digits as European ones: "24 घंटे" of "२४ घंटे". */
export const withEuropeanDigits = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[०-९]/gu, (digit) => String((digit.codePointAt(0) ?? DEVANAGARI_ZERO) - DEVANAGARI_ZERO));
