import type { Exhibit } from '../../contract/schemas/exhibit.ts';
import type { LayoutInput } from './layout-input.ts';

/** Returns what a slide shows. Throws TypeError unless it is of the kind that the layout is made for. */
export function requireExhibit<Kind extends Exhibit['kind']>(
  { script }: LayoutInput,
  kind: Kind,
): Extract<Exhibit, { readonly kind: Kind }> {
  const { exhibit } = script;
  if (exhibit === null || !isOfKind(exhibit, kind)) {
    throw new TypeError(
      `The slide "${script.slideId}" has the layout "${script.layout}" and the exhibit "${exhibit?.kind ?? 'none'}".`,
    );
  }
  return exhibit;
}

function isOfKind<Kind extends Exhibit['kind']>(
  exhibit: Exhibit,
  kind: Kind,
): exhibit is Extract<Exhibit, { readonly kind: Kind }> {
  return exhibit.kind === kind;
}
