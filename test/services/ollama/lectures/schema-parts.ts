import { isRecord } from '../is-record.ts';

export type Schema = Record<string, unknown>;

/** The schemas of an object's properties. */
export function propertiesOf(schema: Schema): Readonly<Record<string, Schema>> {
  const entries = isRecord(schema.properties) ? Object.entries(schema.properties) : [];
  return Object.fromEntries(entries.flatMap(([name, value]) => (isRecord(value) ? [[name, value]] : [])));
}

/** The schema of a list's items. */
export function itemsOf({ items }: Schema): Schema {
  return isRecord(items) ? items : {};
}

/** The texts that a schema allows, or none where it leaves them open. */
export function choicesOf({ enum: choices }: Schema): readonly string[] {
  return Array.isArray(choices) ? choices.filter((choice) => typeof choice === 'string') : [];
}

/** Least and most items of a list. */
export function boundsOf({ minItems, maxItems }: Schema): { readonly least: number; readonly most: number } {
  const least = Number(minItems ?? 0);
  return { least, most: Number(maxItems ?? Math.max(least, 3)) };
}
