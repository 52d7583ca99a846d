import type { TextShape } from '../../contract/schemas/laid-out-slide.ts';

// Air to the left of U+25AA in Arial and in its metric twin Liberation Sans, in em (measured).
const SQUARE_BEARING_EM = 0.044;

/** Returns how far (inches) the bullet of a paragraph hangs left of its text, so that it stands at the drawn marker. */
export function hangIn(shape: TextShape, paragraphIndex: number): number {
  const paragraph = shape.paragraphs[paragraphIndex];
  if (paragraph === undefined || paragraph.bulletColor === null) return 0;
  const bulletsBefore = shape.paragraphs.slice(0, paragraphIndex).filter((other) => other.bulletColor !== null).length;
  const marker = shape.markers[bulletsBefore];
  if (marker === undefined) return paragraph.indentIn;
  const bearingIn = (SQUARE_BEARING_EM * (paragraph.runs[0]?.sizePt ?? 0)) / 72;
  const startIn = Math.max(0, marker.xIn - shape.xIn - bearingIn);
  return Math.max(0, paragraph.indentIn - startIn);
}

/** Returns the bullet part of paragraph properties: a small square in the given colour, or no bullet. */
export function bulletXml(color: string | null): string {
  if (color === null) return '<a:buNone/>';
  const fill = `<a:buClr><a:srgbClr val="${color}"/></a:buClr>`;
  // The text's own size, although the drawn marker is larger: the glyph stands above the baseline, and scaled up it
  // would leave the middle of the line. A named face, since Calibri and Georgia lack the square.
  const face = '<a:buFont typeface="Arial" panose="020B0604020202020204"/>';
  return `${fill}<a:buSzPct val="100000"/>${face}<a:buChar char="\u25AA"/>`;
}
