import { isRecord } from '../is-record.ts';
import type { Prose } from '../prose.ts';
import { resolveRef } from './resolve-ref.ts';
import { writeText } from './write-text.ts';

/** Below this depth a schema that contains itself takes its shortest way out. */
const DEEP = 6;

/** Items beyond the least that a list gets at most, however long it may be. */
const USUAL_SPREAD = 3;

const ANY_STRING: Record<string, unknown> = { type: 'string' };

/**
 * Makes a JSON value that a schema allows: `type`, `properties`, `required`, `enum`, `const`, `oneOf`, `anyOf`, `allOf`,
 * `$ref` to a named definition, the bounds of strings, arrays and integers, `pattern`, `format`. Required properties come
 * first. Keywords that the engine ignores are ignored here too.
 *
 * @param root a schema that `checkSchema` let pass
 * @param prose writes the strings
 * @param random numbers from 0 up to 1
 */
export function writeJson(root: Record<string, unknown>, prose: Prose, random: () => number): unknown {
  const pick = <Item>(list: readonly Item[]): Item | undefined => list[Math.floor(random() * list.length)];

  const choose = (options: readonly unknown[], depth: number): unknown => {
    const isShort = (option: unknown) => isRecord(option) && !('$ref' in option) && !('properties' in option);
    const short = depth > DEEP ? options.filter(isShort) : [];
    const candidates = short.length > 0 ? short : options;
    const filled = candidates.filter((option) => option !== 'null' && !(isRecord(option) && option.type === 'null'));
    // A nullable field is filled four times out of five.
    return filled.length > 0 && random() < 0.8 ? pick(filled) : pick(candidates);
  };

  const write = (given: unknown, name: string, depth: number): unknown => {
    const schema = isRecord(given) ? given : ANY_STRING;
    if ('$ref' in schema) return write(resolveRef(root, schema.$ref), name, depth + 1);
    if ('const' in schema) return schema.const;
    if (Array.isArray(schema.enum)) return pick(schema.enum);
    const union: unknown = schema.oneOf ?? schema.anyOf;
    if (Array.isArray(union)) return write(choose(union, depth), name, depth + 1);
    if (Array.isArray(schema.allOf)) return write(merge(root, schema.allOf), name, depth + 1);
    switch (typeOf(schema, choose, depth)) {
      case 'object':
        return writeObject(schema, depth);
      case 'array':
        return writeArray(schema, name, depth);
      case 'integer':
        return writeInteger(schema, random);
      case 'number':
        return Math.round(random() * 1_000) / 10;
      case 'boolean':
        return random() < 0.5;
      case 'null':
        return null;
      default:
        return writeText(schema, name, prose, random);
    }
  };

  const writeObject = (schema: Record<string, unknown>, depth: number): Record<string, unknown> => {
    const properties = isRecord(schema.properties) ? schema.properties : {};
    const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : [];
    const names = Object.keys(properties);
    const optional = names.filter((name) => !required.includes(name) && depth <= DEEP && random() < 0.7);
    const chosen = [...names.filter((name) => required.includes(name)), ...optional];
    const entries = chosen.map((name): [string, unknown] => [name, write(properties[name], name, depth + 1)]);
    const extra = schema.additionalProperties;
    if (isRecord(extra)) entries.push(['first', write(extra, 'first', depth + 1)]);
    return Object.fromEntries(entries);
  };

  const writeArray = (schema: Record<string, unknown>, name: string, depth: number): readonly unknown[] => {
    const prefix: readonly unknown[] = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
    const fewest = Number(schema.minItems ?? prefix.length);
    const most = Math.min(Number(schema.maxItems ?? Number.POSITIVE_INFINITY), Math.max(fewest, 1) + USUAL_SPREAD);
    const count = depth > DEEP ? fewest : fewest + Math.floor(random() * (most - fewest + 1));
    return Array.from({ length: count }, (_, at) => write(prefix[at] ?? schema.items, name, depth + 1));
  };

  return write(root, '', 0);
}

function typeOf(
  schema: Record<string, unknown>,
  choose: (options: readonly unknown[], depth: number) => unknown,
  depth: number,
): unknown {
  const type: unknown = schema.type;
  if (Array.isArray(type)) return choose(type, depth);
  if (type !== undefined) return type;
  if ('properties' in schema) return 'object';
  return 'items' in schema || 'prefixItems' in schema ? 'array' : 'string';
}

function merge(root: Record<string, unknown>, members: readonly unknown[]): Record<string, unknown> {
  let merged: Record<string, unknown> = {};
  for (const member of members) {
    if (!isRecord(member)) continue;
    const part = '$ref' in member ? resolveRef(root, member.$ref) : member;
    const properties = { ...record(merged.properties), ...record(part.properties) };
    const required = [...list(merged.required), ...list(part.required)];
    merged = { ...merged, ...part, ...(Object.keys(properties).length > 0 && { properties, required }) };
  }
  return merged;
}

function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function writeInteger(schema: Record<string, unknown>, random: () => number): number {
  const above = schema.exclusiveMinimum;
  const below = schema.exclusiveMaximum;
  const least = typeof above === 'number' ? Math.floor(above) + 1 : Math.ceil(Number(schema.minimum ?? 0));
  const most = typeof below === 'number' ? Math.ceil(below) - 1 : Math.floor(Number(schema.maximum ?? least + 99));
  return least + Math.floor(random() * (most - least + 1));
}
