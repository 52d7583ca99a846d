import type { Document, Element } from '@xmldom/xmldom';
import { attributeNamed, childNamed, elementsNamed } from '../packages/parse-part.ts';

/** What a paragraph is by its style. `contents` is a table of contents or of figures. */
export type StyleRole =
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'title' | 'subtitle' | 'caption' | 'quote' }
  | { readonly kind: 'contents' };

/** A paragraph style, with what it takes from the style that it is based on. */
export interface ParagraphStyle {
  readonly role: StyleRole | null;
  readonly isBold: boolean;
  /** Half a point each, as Word counts; null where the default of the document holds. */
  readonly sizeHalfPt: number | null;
}

export interface DocumentStyles {
  readonly byId: ReadonlyMap<string, ParagraphStyle>;
  readonly defaultSizeHalfPt: number;
}

/** Word's own default, ECMA-376 part 1, 17.3.2.38. */
const DEFAULT_SIZE_HALF_PT = 20;
const DEEPEST_LEVEL = 6;

/** Styles that Word brings have English names in every language of Word. */
function roleOfName(name: string): StyleRole | null {
  const heading = /^heading ([1-9])$/u.exec(name);
  if (heading !== null) return { kind: 'heading', level: Math.min(Number(heading[1]), DEEPEST_LEVEL) };
  if (name === 'title' || name === 'subtitle' || name === 'caption') return { kind: name };
  if (name === 'quote' || name === 'intense quote' || name === 'block text') return { kind: 'quote' };
  if (/^(?:toc (?:heading|\d)|contents(?: heading| \d)?|table of (?:figures|authorities)|index \d)$/u.test(name)) {
    return { kind: 'contents' };
  }
  return null;
}

/** Whether a property such as `w:b` is on: present without a value, or with one that does not deny it. */
export function isOn(property: Element | null): boolean | null {
  if (property === null) return null;
  return !/^(?:0|false|off|none)$/u.test(attributeNamed(property, 'val') ?? 'true');
}

/** Returns `w:sz` of run properties in half points; null when it is absent. */
export function sizeOf(runProperties: Element | null): number | null {
  const size = Number(attributeNamed(childNamed(runProperties, 'sz'), 'val') ?? Number.NaN);
  return size > 0 ? size : null;
}

function outlineRole(style: Element): StyleRole | null {
  const level = attributeNamed(childNamed(childNamed(style, 'pPr'), 'outlineLvl'), 'val');
  return level !== null && /^[0-5]$/u.test(level) ? { kind: 'heading', level: Number(level) + 1 } : null;
}

/** Returns the paragraph styles of `word/styles.xml` by id; null stands for a document without that part. */
export function readStyles(part: Document | null): DocumentStyles {
  const elements = new Map<string, Element>();
  for (const style of part === null ? [] : elementsNamed(part, 'style')) {
    const id = attributeNamed(style, 'styleId');
    if (id !== null && attributeNamed(style, 'type') !== 'character') elements.set(id, style);
  }
  const byId = new Map<string, ParagraphStyle>();
  const resolve = (id: string, seen: ReadonlySet<string>): ParagraphStyle => {
    const known = byId.get(id);
    const style = elements.get(id);
    if (known !== undefined) return known;
    if (style === undefined || seen.has(id)) return { role: null, isBold: false, sizeHalfPt: null };
    const base = attributeNamed(childNamed(style, 'basedOn'), 'val');
    const parent = base === null ? null : resolve(base, new Set([...seen, id]));
    const runProperties = childNamed(style, 'rPr');
    const name = (attributeNamed(childNamed(style, 'name'), 'val') ?? '').toLowerCase().trim();
    const resolved: ParagraphStyle = {
      role: roleOfName(name) ?? outlineRole(style) ?? parent?.role ?? null,
      isBold: isOn(childNamed(runProperties, 'b')) ?? parent?.isBold ?? false,
      sizeHalfPt: sizeOf(runProperties) ?? parent?.sizeHalfPt ?? null,
    };
    byId.set(id, resolved);
    return resolved;
  };
  for (const id of elements.keys()) resolve(id, new Set());
  const defaults = part === null ? undefined : elementsNamed(part, 'rPrDefault')[0];
  const defaultSize = defaults === undefined ? null : sizeOf(childNamed(defaults, 'rPr'));
  return { byId, defaultSizeHalfPt: defaultSize ?? DEFAULT_SIZE_HALF_PT };
}
