import { projectNameFrom } from '../shared/project-name.ts';

const HEAD_BYTES = 4096;

/** Returns a project name from the first line of a text that has words; the marks of a Markdown heading are left out. */
export function nameFromText(bytes: Uint8Array): string {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES));
  const line = head.split(/\r?\n/).find((candidate) => /[\p{L}\p{N}]/u.test(candidate));
  return projectNameFrom(line ?? '');
}
