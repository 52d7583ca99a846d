import type { SKRSContext2D } from '@napi-rs/canvas';
import { drawVisual, type PathSegment, type VisualPath, type VisualPlate } from '../deck/draw-visual.ts';
import type { VisualSpec } from '../deck/visual-spec.ts';
import { createCanvas } from './canvas.ts';
import { encodePng } from './encode-png.ts';
import { loadIcon } from './load-icon.ts';

/** Draws a planned picture as PNG at 144 pixels an inch, with its plate and icon. The same spec gives the same bytes. */
export async function rasterizeVisual(spec: VisualSpec): Promise<Uint8Array> {
  const { widthPx, heightPx, ground, paths, plate } = drawVisual(spec);
  const context = createCanvas(widthPx, heightPx).getContext('2d');
  context.fillStyle = `#${ground}`;
  context.fillRect(0, 0, widthPx, heightPx);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const path of paths) drawPath(context, path);
  if (plate !== null) await drawPlate(context, plate);
  const { data } = context.getImageData(0, 0, widthPx, heightPx);
  return encodePng({ rgba: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), widthPx, heightPx });
}

function drawPath(context: SKRSContext2D, { segments, fill, stroke, opacity }: VisualPath): void {
  context.globalAlpha = opacity;
  context.beginPath();
  for (const segment of segments) addSegment(context, segment);
  if (fill !== null) {
    context.fillStyle = `#${fill}`;
    context.fill();
  }
  if (stroke !== null) {
    context.strokeStyle = `#${stroke.color}`;
    context.lineWidth = stroke.widthPx;
    context.stroke();
  }
  context.globalAlpha = 1;
}

function addSegment(context: SKRSContext2D, segment: PathSegment): void {
  if (segment.op === 'arc') context.arc(segment.x, segment.y, segment.radiusPx, segment.startRad, segment.endRad);
  else if (segment.op === 'close') context.closePath();
  else if (segment.op === 'move') context.moveTo(segment.x, segment.y);
  else context.lineTo(segment.x, segment.y);
}

async function drawPlate(context: SKRSContext2D, { x, y, sidePx, fill, icon }: VisualPlate): Promise<void> {
  context.fillStyle = `#${fill}`;
  context.fillRect(x, y, sidePx, sidePx);
  const marginPx = (sidePx - icon.sidePx) / 2;
  context.drawImage(await loadIcon(icon), x + marginPx, y + marginPx, icon.sidePx, icon.sidePx);
}
