import type { ArtifactRef } from '../contract/artifact-ref.ts';
import type { LaidOutSlide, PlacedShape } from '../contract/schemas/laid-out-slide.ts';
import type { DraftShape, DraftSlide } from './draft-slide.ts';
import type { VisualSpec } from './visual-spec.ts';

/** Returns the drawn pictures of a slide, each once, in the order in which they first appear. */
export function listVisuals(draft: DraftSlide): VisualSpec[] {
  const found = new Map<string, VisualSpec>();
  for (const page of draft.pages) {
    for (const shape of page.stills.flatMap((still) => still.shapes)) {
      if (shape.kind === 'visual') found.set(JSON.stringify(shape.visual), shape.visual);
    }
  }
  return [...found.values()];
}

/** Returns the slide with every drawn picture replaced by the picture that `pictureOf` gives for it. */
export function resolveVisuals(draft: DraftSlide, pictureOf: (visual: VisualSpec) => ArtifactRef): LaidOutSlide {
  return {
    ...draft,
    pages: draft.pages.map((page) => ({
      ...page,
      stills: page.stills.map((still) => ({
        ...still,
        shapes: still.shapes.map((shape) => resolveShape(shape, pictureOf)),
      })),
    })),
  };
}

function resolveShape(shape: DraftShape, pictureOf: (visual: VisualSpec) => ArtifactRef): PlacedShape {
  if (shape.kind !== 'visual') return shape;
  const { xIn, yIn, widthIn, heightIn, visual, altText } = shape;
  return { kind: 'picture', xIn, yIn, widthIn, heightIn, picture: pictureOf(visual), altText };
}
