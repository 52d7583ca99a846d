import type { SKRSContext2D } from '@napi-rs/canvas';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import type {
  LineShape,
  PictureShape,
  PlacedShape,
  RectShape,
  TableShape,
  TextShape,
} from '../contract/schemas/laid-out-slide.ts';
import { assertNever } from '../shared/assert-never.ts';
import { createCanvas } from './canvas.ts';
import { canvasFontOf, UNITS_PER_IN } from './canvas-font.ts';
import { decodePicture } from './decode-picture.ts';
import type { Frame } from './frame.ts';
import { PictureCache } from './picture-cache.ts';

const SLIDE_WIDTH_IN = 13.333;
const UNITS_PER_PT = UNITS_PER_IN / 72;

export interface StillInput {
  /** Painted in this order. */
  readonly shapes: readonly PlacedShape[];
  /** Six hex digits. */
  readonly background: string;
  /** 16 to 9, such as 1920 x 1080. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly loadPicture: (picture: ArtifactRef) => Promise<Uint8Array>;
  /** Shared between the stills of a page to decode its pictures once. Default: pictures are decoded for each still. */
  readonly pictures?: PictureCache;
}

/**
 * Draws one still. Text is drawn line by line where the layout put it, nothing is wrapped again.
 * Throws RENDER_FAILED for a picture that cannot be decoded; errors of `loadPicture` pass through.
 */
export async function drawStill(input: StillInput): Promise<Frame> {
  const { shapes, background, widthPx, heightPx, loadPicture, pictures = new PictureCache(1) } = input;
  const canvas = createCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d');
  context.fillStyle = `#${background}`;
  context.fillRect(0, 0, widthPx, heightPx);
  const scale = widthPx / (SLIDE_WIDTH_IN * UNITS_PER_IN);
  context.scale(scale, scale);
  for (const shape of shapes) {
    if (shape.kind === 'picture') await drawPicture(context, shape, loadPicture, pictures);
    else drawShape(context, shape);
  }
  const { data } = context.getImageData(0, 0, widthPx, heightPx);
  return { rgba: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), widthPx, heightPx };
}

function drawShape(context: SKRSContext2D, shape: Exclude<PlacedShape, PictureShape>): void {
  switch (shape.kind) {
    case 'text':
      drawText(context, shape);
      break;
    case 'rect':
      drawRect(context, shape);
      break;
    case 'line':
      drawLine(context, shape);
      break;
    case 'table':
      drawTable(context, shape);
      break;
    case 'chart':
      for (const part of shape.drawn) drawShape(context, part);
      break;
    default:
      assertNever(shape);
  }
}

function drawText(context: SKRSContext2D, { lines, markers }: TextShape): void {
  for (const { xIn, yIn, sideIn, color } of markers) {
    context.fillStyle = `#${color}`;
    context.fillRect(toUnits(xIn), toUnits(yIn), toUnits(sideIn), toUnits(sideIn));
  }
  for (const { xIn, baselineIn, runs } of lines) {
    let x = toUnits(xIn);
    for (const run of runs) {
      const { font, letterSpacing } = canvasFontOf(run);
      context.font = font;
      context.letterSpacing = letterSpacing;
      context.fillStyle = `#${run.color}`;
      context.fillText(run.text, x, toUnits(baselineIn));
      x += context.measureText(run.text).width;
    }
  }
}

function drawRect(context: SKRSContext2D, { xIn, yIn, widthIn, heightIn, fill, stroke, radiusIn }: RectShape): void {
  context.beginPath();
  context.roundRect(toUnits(xIn), toUnits(yIn), toUnits(widthIn), toUnits(heightIn), toUnits(radiusIn));
  if (fill !== null) {
    context.fillStyle = `#${fill}`;
    context.fill();
  }
  if (stroke !== null) applyStroke(context, stroke);
}

function drawLine(context: SKRSContext2D, { x1In, y1In, x2In, y2In, stroke }: LineShape): void {
  context.beginPath();
  context.moveTo(toUnits(x1In), toUnits(y1In));
  context.lineTo(toUnits(x2In), toUnits(y2In));
  applyStroke(context, stroke);
}

/** Fills first: the ground of a lit row must not cover half of the rule above it. */
function drawTable(context: SKRSContext2D, { xIn, yIn, widthIn, rows }: TableShape): void {
  const tops = rows.map((_, index) => rows.slice(0, index).reduce((sum, { heightIn }) => sum + heightIn, yIn));
  for (const [index, { heightIn, fill }] of rows.entries()) {
    if (fill === null) continue;
    drawRect(context, {
      kind: 'rect',
      xIn,
      yIn: tops[index] ?? yIn,
      widthIn,
      heightIn,
      fill,
      stroke: null,
      radiusIn: 0,
    });
  }
  for (const [index, { heightIn, ruleUnder, cells }] of rows.entries()) {
    const y = (tops[index] ?? yIn) + heightIn;
    drawLine(context, { kind: 'line', x1In: xIn, y1In: y, x2In: xIn + widthIn, y2In: y, stroke: ruleUnder });
    for (const cell of cells) drawText(context, cell);
  }
}

function applyStroke(context: SKRSContext2D, { color, widthPt }: LineShape['stroke']): void {
  context.strokeStyle = `#${color}`;
  context.lineWidth = widthPt * UNITS_PER_PT;
  context.stroke();
}

async function drawPicture(
  context: SKRSContext2D,
  { picture, xIn, yIn, widthIn, heightIn }: PictureShape,
  loadPicture: StillInput['loadPicture'],
  pictures: PictureCache,
): Promise<void> {
  const image = await pictures.get(picture.sha256, async () => decodePicture(await loadPicture(picture)));
  context.drawImage(image, toUnits(xIn), toUnits(yIn), toUnits(widthIn), toUnits(heightIn));
}

function toUnits(inches: number): number {
  return inches * UNITS_PER_IN;
}
