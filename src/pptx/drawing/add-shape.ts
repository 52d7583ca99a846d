import type { LineShape, PlacedShape, RectShape } from '../../contract/schemas/laid-out-slide.ts';
import { assertNever } from '../../shared/assert-never.ts';
import type { PresentationSlide } from './create-presentation.ts';

// One byte: the library keeps a picture as base64 once for each slide, so it gets a stand-in, and the package step puts
// the real bytes in once for each deck.
const STAND_IN_PICTURE = 'image/png;base64,AA==';

/** Adds one shape's frame and paint to a slide of the library. Texts, descriptions and picture bytes follow in the package step. */
export function addShape(slide: PresentationSlide, shape: PlacedShape, slot: string | null): void {
  switch (shape.kind) {
    case 'text':
      slide.addText(' ', {
        ...boxOf(shape),
        ...(slot === null ? {} : { placeholder: slot }),
        isTextBox: slot === null,
      });
      return;
    case 'rect':
      addRect(slide, shape);
      return;
    case 'line':
      addLine(slide, shape);
      return;
    case 'picture':
      slide.addImage({ ...boxOf(shape), data: STAND_IN_PICTURE });
      return;
    case 'table':
    case 'chart':
      // A stand-in that keeps the place among the shapes: the package step puts a graphic frame there.
      slide.addShape('rect', boxOf(shape));
      return;
    default:
      assertNever(shape);
  }
}

function addRect(slide: PresentationSlide, shape: RectShape): void {
  const radiusIn = Math.min(shape.radiusIn, shape.widthIn / 2, shape.heightIn / 2);
  slide.addShape(radiusIn > 0 ? 'roundRect' : 'rect', {
    ...boxOf(shape),
    ...(radiusIn > 0 ? { rectRadius: radiusIn } : {}),
    ...(shape.fill === null ? {} : { fill: { color: shape.fill } }),
    ...(shape.stroke === null ? {} : { line: { color: shape.stroke.color, width: shape.stroke.widthPt } }),
  });
}

function addLine(slide: PresentationSlide, shape: LineShape): void {
  const rises = shape.x2In - shape.x1In < 0 !== shape.y2In - shape.y1In < 0;
  slide.addShape('line', {
    x: Math.min(shape.x1In, shape.x2In),
    y: Math.min(shape.y1In, shape.y2In),
    w: Math.abs(shape.x2In - shape.x1In),
    h: Math.abs(shape.y2In - shape.y1In),
    flipV: rises && shape.x1In !== shape.x2In && shape.y1In !== shape.y2In,
    line: { color: shape.stroke.color, width: shape.stroke.widthPt },
  });
}

// A fresh object for each call: the library changes the options that it is given.
function boxOf(box: {
  readonly xIn: number;
  readonly yIn: number;
  readonly widthIn: number;
  readonly heightIn: number;
}) {
  return { x: box.xIn, y: box.yIn, w: box.widthIn, h: box.heightIn };
}
