import { fileURLToPath } from 'node:url';

/** A document of four short sections, for what is about the run and not about the lecture. */
export const SHORT_DOCUMENT = fileURLToPath(new URL('documents/tides.md', import.meta.url));

/** How it is made where every kind of step is wanted, and little time. */
export const SHORT_LECTURE = ['generate', SHORT_DOCUMENT, '--quality', '720p', '--json'] as const;
