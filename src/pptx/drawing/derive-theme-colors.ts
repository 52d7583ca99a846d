import type { PlacedShape } from '../../contract/schemas/laid-out-slide.ts';

/** The three colours of the deck that new text, new slides and new shapes start from. Six hex digits each. */
export interface ThemeColors {
  readonly background: string;
  readonly text: string;
  readonly accent: string;
}

/** Returns the ground of most pages, the colour of most letters, and the colour of most row markers (else the text's). */
export function deriveThemeColors(
  pages: readonly { readonly background: string; readonly shapes: readonly PlacedShape[] }[],
): ThemeColors {
  const backgrounds = new Map<string, number>();
  const letters = new Map<string, number>();
  const markers = new Map<string, number>();
  for (const page of pages) {
    add(backgrounds, page.background, 1);
    for (const paragraph of page.shapes.flatMap((shape) => (shape.kind === 'text' ? shape.paragraphs : []))) {
      for (const run of paragraph.runs) add(letters, run.color, run.text.length);
      if (paragraph.bulletColor !== null) add(markers, paragraph.bulletColor, 1);
    }
  }
  const background = mostOf(backgrounds) ?? 'FFFFFF';
  letters.delete(background);
  const text = mostOf(letters) ?? '000000';
  return { background, text, accent: mostOf(markers) ?? text };
}

function add(counts: Map<string, number>, color: string, amount: number): void {
  counts.set(color, (counts.get(color) ?? 0) + amount);
}

// The first of equals wins, and maps keep the order of insertion: the same pages always give the same colour.
function mostOf(counts: ReadonlyMap<string, number>): string | undefined {
  let best: [string, number] | undefined;
  for (const entry of counts) if (best === undefined || entry[1] > best[1]) best = entry;
  return best?.[0];
}
