import type { TextRun } from '../contract/schemas/laid-out-slide.ts';

/** Families of the canvas: those that PPTX names, and one for signs that they lack. */
export type DrawingFamily = TextRun['fontFamily'] | 'Symbols';

interface FontSource {
  /** Package of @fontsource. */
  readonly name: string;
  readonly subsets: readonly string[];
  readonly slants: readonly ('normal' | 'italic')[];
}

const LATIN = ['latin', 'latin-ext'];
const UPRIGHT = ['normal'] as const;
const BOTH = ['normal', 'italic'] as const;

/** The metric twin of each family. DejaVu holds arrows, mathematical signs, subscripts and further alphabets. */
export const FONT_SOURCES: Readonly<Record<DrawingFamily, FontSource>> = {
  Calibri: { name: 'carlito', subsets: [...LATIN, 'greek'], slants: BOTH },
  Arial: { name: 'arimo', subsets: [...LATIN, 'greek'], slants: BOTH },
  Georgia: { name: 'gelasio', subsets: LATIN, slants: BOTH },
  'Nirmala UI': { name: 'noto-sans-devanagari', subsets: ['devanagari', ...LATIN], slants: UPRIGHT },
  Symbols: { name: 'dejavu-sans', subsets: ['latin'], slants: UPRIGHT },
};

/** In the order in which they are registered. */
export const DRAWING_FAMILIES: readonly DrawingFamily[] = ['Calibri', 'Arial', 'Georgia', 'Nirmala UI', 'Symbols'];

const WEIGHTS = [400, 700];

/** Returns the families that draw a text, each for the characters that those before it lack. */
export function listFallbacks(family: TextRun['fontFamily']): DrawingFamily[] {
  const order: readonly DrawingFamily[] = [family, 'Calibri', 'Symbols', 'Nirmala UI'];
  return [...new Set(order)];
}

/** Returns the files of a family as module specifiers: every subset, weight and slant that slides use. */
export function listFontFiles(family: DrawingFamily): string[] {
  const { name, subsets, slants } = FONT_SOURCES[family];
  return subsets.flatMap((subset) =>
    WEIGHTS.flatMap((weight) =>
      slants.map((slant) => `@fontsource/${name}/files/${name}-${subset}-${weight}-${slant}.woff2`),
    ),
  );
}
