import type { PackageParts } from './open-package.ts';
import { attributeNamed, childrenNamed, parsePart } from './parse-part.ts';

/** A part that another part refers to. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type: "slide", "notesSlide". */
  readonly type: string;
  /** Name of the part in the package, without a leading slash. */
  readonly target: string;
}

/** Returns what a part refers to inside the package; "" is the package itself. Order as in the file. */
export function readRelationships(parts: PackageParts, partName: string): readonly Relationship[] {
  const cut = partName.lastIndexOf('/') + 1;
  const bytes = parts.get(`${partName.slice(0, cut)}_rels/${partName.slice(cut)}.rels`);
  const root = bytes === undefined ? null : parsePart(bytes).documentElement;
  if (root === null) return [];
  return childrenNamed(root, 'Relationship').flatMap((element) => {
    const target = element.getAttribute('Target');
    if (target === null || attributeNamed(element, 'TargetMode') === 'External') return [];
    if (!URL.canParse(target, `package:///${partName}`)) return [];
    const { pathname } = new URL(target, `package:///${partName}`);
    return [
      {
        id: element.getAttribute('Id') ?? '',
        type: (element.getAttribute('Type') ?? '').split('/').at(-1) ?? '',
        target: decodeURIComponent(pathname.slice(1)),
      },
    ];
  });
}
