import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '../../contract/errors.ts';
import { type SourceDocument, sourceDocumentSchema } from '../../contract/schemas/source-document.ts';
import { ProcessError } from '../../platform/process-error.ts';
import { runProcess } from '../../platform/run-process.ts';
import { takeWorkAnswer } from '../../platform/work-answer.ts';
import type { DocumentInput } from '../read-document.ts';
import type { READING_LIMITS } from '../reading-limits.ts';
import { MEMORY_LIMIT_MARK } from './memory-limit-mark.ts';

type Limit = 'wallTimeMs' | 'memoryBytes' | 'answerBytes';
export type ProcessLimits = Readonly<Record<Limit & keyof typeof READING_LIMITS, number>>;

const MIB = 1024 * 1024;
/** Of the heap of JavaScript; the rest of the process is code and what libraries unpack. */
const HEAP_SHARE = 0.75;
const PROGRAM = new URL(`./reading-process${extname(import.meta.url)}`, import.meta.url);

class AnswerTooLong extends Error {}

/**
 * Reads a document in a process of its own, which ends with it: at an abort at once, with the reason. Throws what
 * `readDocument` throws, and DOCUMENT_UNREADABLE with the way out when the process crashes, takes too long, or wants more
 * memory or a longer answer than `limits` allow. A process that the system kills or cannot start is a ProcessError.
 */
export async function readInProcess(
  input: DocumentInput,
  limits: ProcessLimits,
  signal: AbortSignal,
  program: URL = PROGRAM,
): Promise<SourceDocument> {
  const { bytes, name, language } = input;
  const timeUp = AbortSignal.timeout(limits.wallTimeMs);
  const pieces: Uint8Array[] = [];
  let answerBytes = 0;
  try {
    await runProcess({
      command: process.execPath,
      args: [
        `--max-old-space-size=${Math.floor((limits.memoryBytes * HEAP_SHARE) / MIB)}`,
        fileURLToPath(program),
        JSON.stringify({ name, language, memoryBytes: limits.memoryBytes }),
      ],
      stdin: bytes,
      // Options meant for this process, such as an inspector port, are not for its child.
      env: { NODE_OPTIONS: '' },
      signal: AbortSignal.any([signal, timeUp]),
      onStdout: (piece) => {
        answerBytes += piece.length;
        if (answerBytes > limits.answerBytes) throw new AnswerTooLong();
        pieces.push(piece);
      },
    });
  } catch (error) {
    signal.throwIfAborted();
    const reason = timeUp.aborted ? `took longer than ${limits.wallTimeMs / 1000} seconds` : nameEnd(error, limits);
    if (reason === null) throw error;
    throw new InputError(
      'DOCUMENT_UNREADABLE',
      `"${basename(name)}" could not be read: reading it ${reason}, so it is most likely damaged or far too large; give one chapter of it, or its text as .md or .txt.`,
      { cause: error },
    );
  }
  const answer: unknown = JSON.parse(Buffer.concat(pieces).toString('utf8'));
  return sourceDocumentSchema.parse(takeWorkAnswer(answer));
}

/** How a process ended by what it read, or null when the machine ended it or it never began. */
function nameEnd(error: unknown, { memoryBytes, answerBytes }: ProcessLimits): string | null {
  const memory = `took more than ${Math.floor(memoryBytes / MIB)} MiB of memory`;
  if (error instanceof AnswerTooLong) return `gave more than ${Math.floor(answerBytes / MIB)} MiB of text`;
  if (!(error instanceof ProcessError)) return null;
  const { stderrTail, signalName, exitCode } = error;
  if (stderrTail.includes(MEMORY_LIMIT_MARK) || /heap out of memory|heap limit/iu.test(stderrTail)) return memory;
  if (/Array buffer allocation failed|Invalid typed array length/u.test(stderrTail)) return memory;
  if (signalName === 'SIGKILL' || signalName === 'SIGTERM' || (signalName === null && exitCode === null)) return null;
  return `failed (${lastWords(stderrTail) ?? signalName ?? `exit code ${exitCode}`})`;
}

/** The line of a stack that names the error. */
const lastWords = (stderr: string): string | null =>
  /^(?:\p{Lu}\w*(?:Error|Exception))\b.*$/mu
    .exec(stderr)?.[0]
    ?.slice(0, 120)
    .replace(/[.;]+$/u, '') ?? null;
