// The pptx folder turns pages of placed shapes (plain states, inches and points) into the bytes of an editable PPTX deck.
// It must not know where pages come from, how text was measured, or where artifacts lie: pictures come through a function.
// pptxgenjs writes the package, the layouts and the frames; the package step puts in texts, pictures and notes and mends
// what the library gets wrong. Why: docs/decisions/2026-11-22-pptx-package.md.
import { RenderError } from '../contract/errors.ts';
import type { DeckInput, DeckPage } from './deck-input.ts';
import { addShape } from './drawing/add-shape.ts';
import { cleanXmlText } from './drawing/clean-xml-text.ts';
import { createPresentation } from './drawing/create-presentation.ts';
import { type LayoutPlan, planLayouts, slotNames } from './drawing/placeholder-slots.ts';
import { finishPackage } from './package/finish-package.ts';
import { type PictureMedia, toPictureMedia } from './package/picture-media.ts';

export type { DeckInput, DeckPage };

/**
 * Returns the bytes of a PPTX file, the same for the same input.
 * Throws RenderError DECK_INVALID for a deck without pages, a page without exactly one filled title, or a picture that is
 * neither PNG nor JPEG; rethrows the signal's reason.
 */
export async function writeDeck(input: DeckInput, signal: AbortSignal): Promise<Uint8Array> {
  signal.throwIfAborted();
  assertTitles(input.pages);
  const layouts = planLayouts(input.pages);
  const media = await loadMedia(input, signal);
  const written = await writeSkeleton(input.pages, layouts);
  signal.throwIfAborted();
  return finishPackage(written, { deck: input, layouts, media }, signal);
}

function assertTitles(pages: readonly DeckPage[]): void {
  if (pages.length === 0) throw new RenderError('DECK_INVALID', 'The deck has 0 pages. Give at least one.');
  for (const [index, page] of pages.entries()) {
    const titles = page.shapes.flatMap((shape) =>
      shape.kind === 'text' && shape.placeholder === 'title'
        ? [shape.paragraphs.flatMap(({ runs }) => runs.map(({ text }) => cleanXmlText(text))).join('')]
        : [],
    );
    if (titles.length === 1 && titles[0]?.trim() !== '') continue;
    throw new RenderError(
      'DECK_INVALID',
      `Page ${index + 1} (layout ${page.layout}) has the titles ${JSON.stringify(titles)}. Give it exactly one with text: outline view and screen readers go by it.`,
    );
  }
}

async function loadMedia(input: DeckInput, signal: AbortSignal): Promise<ReadonlyMap<string, PictureMedia>> {
  const media = new Map<string, PictureMedia>();
  for (const shape of input.pages.flatMap(({ shapes }) => shapes)) {
    if (shape.kind !== 'picture' || media.has(shape.picture.sha256)) continue;
    signal.throwIfAborted();
    const bytes = await input.loadPicture(shape.picture);
    media.set(shape.picture.sha256, toPictureMedia(shape.picture, bytes, media.size + 1));
  }
  return media;
}

async function writeSkeleton(pages: readonly DeckPage[], layouts: readonly LayoutPlan[]): Promise<Uint8Array> {
  const presentation = createPresentation();
  for (const [index, plan] of layouts.entries()) {
    presentation.defineSlideMaster({
      title: layoutKey(index),
      background: { color: plan.background },
      objects: [...plan.slots.keys()].map((slot) => ({
        placeholder: {
          options: { name: slot, type: slot === 'title 1' ? 'title' : 'body', x: 0, y: 0, w: 1, h: 1 },
          text: '',
        },
      })),
    });
  }
  for (const page of pages) {
    const slide = presentation.addSlide({
      masterName: layoutKey(layouts.findIndex(({ name }) => name === page.layout)),
    });
    slide.background = { color: page.background };
    const slots = slotNames(page.shapes);
    for (const [index, shape] of page.shapes.entries()) addShape(slide, shape, slots[index] ?? null);
  }
  const written = await presentation.write({ outputType: 'uint8array' });
  if (!(written instanceof Uint8Array)) throw new TypeError('The PPTX library returned no bytes.');
  return written;
}

// The library finds layouts by name and writes names without escaping: ours are set in the package step.
function layoutKey(index: number): string {
  return `layout-${index + 1}`;
}
