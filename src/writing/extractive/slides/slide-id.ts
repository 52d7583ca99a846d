import { createHash } from 'node:crypto';

/** Returns the id of a slide from what it is about, so that a slide keeps it wherever it stands. */
export function slideId(subject: string): string {
  return `s-${createHash('sha256').update(subject).digest('hex').slice(0, 10)}`;
}
