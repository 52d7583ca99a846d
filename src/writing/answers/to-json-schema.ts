import { z } from 'zod';
import type { JsonSchema } from '../model-transport.ts';

/**
 * Returns a zod schema as the plain JSON schema that model servers take. All fields are required there, as strict
 * servers want it (https://platform.openai.com/docs/guides/structured-outputs#all-fields-must-be-required): an optional
 * one may be missing only from servers that hold a model to nothing.
 */
export function toJsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => {
      if (jsonSchema.properties !== undefined) jsonSchema.required = Object.keys(jsonSchema.properties);
    },
  });
  return z.record(z.string(), z.json()).parse(rest);
}
