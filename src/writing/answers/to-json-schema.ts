import { z } from 'zod';
import type { JsonSchema } from '../model-transport.ts';

/** Returns a zod schema as the plain JSON schema that model servers take. */
export function toJsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema);
  return z.record(z.string(), z.json()).parse(rest);
}
