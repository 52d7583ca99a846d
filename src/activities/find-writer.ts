import { ConfigError } from '../contract/errors.ts';
import type { WriterChoice } from '../contract/plan.ts';
import type { Writer } from '../writing/writer.ts';
import type { ActivityDeps } from './activity-deps.ts';

/** The choice of the writer that needs no model. */
export function embeddedWriterOf({ embeddedWriter }: ActivityDeps): WriterChoice {
  return { writer: embeddedWriter.id, model: null, modelDigest: null, role: 'media' };
}

/** Returns the writer that the run chose. Throws ENGINE_MISSING when this worker does not have it. */
export function writerOf({ embeddedWriter, modelWriters }: ActivityDeps, { writer: id }: WriterChoice): Writer {
  const writer = [embeddedWriter, ...modelWriters].find((candidate) => candidate.id === id);
  if (writer === undefined) throw new ConfigError('ENGINE_MISSING', `This worker has no writer "${id}".`);
  return writer;
}
