import type { Document, Element } from '@xmldom/xmldom';
import { elementsNamed } from './xml-part.ts';

/** Returns the relationships part of a part: "ppt/slides/slide1.xml" has "ppt/slides/_rels/slide1.xml.rels". */
export function relationshipsPartOf(partName: string): string {
  const cut = partName.lastIndexOf('/') + 1;
  return `${partName.slice(0, cut)}_rels/${partName.slice(cut)}.rels`;
}

/** Returns the folder that targets in a relationships part are relative to, "" for the package itself. */
export function baseFolderOf(relationshipsPart: string): string {
  const owner = relationshipsPart.replace(/_rels\/([^/]*)\.rels$/, '$1');
  return owner.slice(0, Math.max(0, owner.lastIndexOf('/')));
}

/** Returns the part name that a target means, without a leading slash. */
export function resolveTarget(baseFolder: string, target: string): string {
  return decodeURIComponent(new URL(target, `package:///${baseFolder === '' ? '' : `${baseFolder}/`}`).pathname).slice(
    1,
  );
}

/** Returns the relationship with that id. Throws TypeError if there is none. */
export function relationshipById(relationships: Document, id: string): Element {
  const found = elementsNamed(relationships, 'Relationship').find((entry) => entry.getAttribute('Id') === id);
  if (found === undefined) throw new TypeError(`No relationship ${id}.`);
  return found;
}
