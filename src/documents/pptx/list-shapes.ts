import type { Element } from '@xmldom/xmldom';
import { attributeNamed, childElements, childNamed } from '../packages/parse-part.ts';

/** A shape of a slide that may hold text. */
export interface SlideShape {
  readonly element: Element;
  /** Kind of its place holder, "body" for one without a kind; null for a free shape. ECMA-376 part 1, 19.7.10. */
  readonly placeholder: string | null;
  /** In EMU; null when it stands where the layout puts it. */
  readonly place: { readonly x: number; readonly y: number } | null;
}

/** Two shapes whose tops differ less (0.2 in) stand in one row. */
const ROW_EMU = 182_880;

function placeOf(element: Element): SlideShape['place'] {
  const transform = childNamed(childNamed(element, 'spPr') ?? element, 'xfrm');
  const offset = childNamed(transform, 'off');
  const x = Number(attributeNamed(offset, 'x') ?? Number.NaN);
  const y = Number(attributeNamed(offset, 'y') ?? Number.NaN);
  return Number.isFinite(x) && Number.isFinite(y) ? { x, y } : null;
}

function placeholderOf(element: Element): string | null {
  const frame = ['nvSpPr', 'nvGraphicFramePr'].map((name) => childNamed(element, name)).find((one) => one !== null);
  const holder = childNamed(childNamed(frame ?? null, 'nvPr'), 'ph');
  return holder === null ? null : (attributeNamed(holder, 'type') ?? 'body');
}

function collect(tree: Element): SlideShape[] {
  return childElements(tree).flatMap((element) => {
    if (element.localName === 'grpSp') {
      // Shapes of a group count in a space of their own: they stay together, where the group stands.
      const transform = childNamed(childNamed(element, 'grpSpPr'), 'xfrm');
      const place = transform === null ? null : placeOf(childNamed(element, 'grpSpPr') ?? element);
      return inReadingOrder(collect(element)).map((shape) => ({ ...shape, place }));
    }
    if (element.localName !== 'sp' && element.localName !== 'graphicFrame') return [];
    return [{ element, placeholder: placeholderOf(element), place: placeOf(element) }];
  });
}

/** Place holders where the layout has them come first, as the file has them; the rest by rows from the top, then from the left. */
function inReadingOrder(shapes: readonly SlideShape[]): SlideShape[] {
  const rank = ({ place }: SlideShape): number => (place === null ? -1 : Math.round(place.y / ROW_EMU));
  return shapes.toSorted((a, b) => rank(a) - rank(b) || (a.place?.x ?? 0) - (b.place?.x ?? 0));
}

/** Returns the shapes of a slide in reading order, those of groups in the place of their group. */
export function listShapes(tree: Element): readonly SlideShape[] {
  return inReadingOrder(collect(tree));
}
