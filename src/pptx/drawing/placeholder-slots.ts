import type { PlacedShape, TextShape } from '../../contract/schemas/laid-out-slide.ts';

/** One placeholder of a slide layout, named by kind and by its place among its kind: "title 1", "body 2". */
export type SlotName = `${'title' | 'subtitle' | 'body'} ${number}`;

/** Returns for each shape the placeholder that it fills, or null for shapes that stand alone. Same order as the input. */
export function slotNames(shapes: readonly PlacedShape[]): readonly (SlotName | null)[] {
  const seen = { title: 0, subtitle: 0, body: 0 };
  return shapes.map((shape) => {
    if (shape.kind !== 'text' || shape.placeholder === null) return null;
    seen[shape.placeholder] += 1;
    return `${shape.placeholder} ${seen[shape.placeholder]}` as const;
  });
}

/** A slide layout: its placeholders in the order in which the deck first needs them, each with the shape that set it. */
export interface LayoutPlan {
  readonly name: string;
  /** Six hex digits. */
  readonly background: string;
  readonly slots: ReadonlyMap<SlotName, TextShape>;
}

/** Returns one layout for each layout family of the pages, in the order of first use; the first page sets its look. */
export function planLayouts(
  pages: readonly { readonly layout: string; readonly background: string; readonly shapes: readonly PlacedShape[] }[],
): readonly LayoutPlan[] {
  const plans = new Map<string, { name: string; background: string; slots: Map<SlotName, TextShape> }>();
  for (const page of pages) {
    const plan = plans.get(page.layout) ?? { name: page.layout, background: page.background, slots: new Map() };
    plans.set(page.layout, plan);
    const names = slotNames(page.shapes);
    for (const [index, shape] of page.shapes.entries()) {
      const name = names[index];
      if (shape.kind === 'text' && name && !plan.slots.has(name)) plan.slots.set(name, shape);
    }
  }
  return [...plans.values()];
}

/** Returns the `p:ph` of a placeholder as XML. Titles need no index; the others count from 1 in their layout. */
export function placeholderXml(plan: LayoutPlan, slot: SlotName): string {
  if (slot === 'title 1') return '<p:ph type="title"/>';
  const others = [...plan.slots.keys()].filter((name) => name !== 'title 1');
  return `<p:ph type="${slot.startsWith('subtitle') ? 'subTitle' : 'body'}" idx="${others.indexOf(slot) + 1}"/>`;
}
