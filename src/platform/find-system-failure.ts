import type { ErrorCode } from '../contract/error-codes.ts';
import { isNodeError } from './is-node-error.ts';
import { listCauses } from './list-causes.ts';
import { ProcessError } from './process-error.ts';

/** What the machine refused, whoever asked. */
export interface SystemFailure {
  readonly code: Extract<
    ErrorCode,
    'DISK_FULL' | 'DISK_FAILED' | 'FILE_FORBIDDEN' | 'FILES_EXHAUSTED' | 'MEMORY_EXHAUSTED'
  >;
  /** One sentence with the path, where the system named one, and the way out. */
  readonly message: string;
}

/**
 * Returns what the machine refused, told by an error or one of its causes: no disk, no right, no memory, no more files.
 * Null for everything else: a missing file, for one, is a matter of whoever expected it.
 */
export function findSystemFailure(error: unknown): SystemFailure | null {
  for (const cause of listCauses(error)) {
    const failure = ofProcess(cause) ?? ofThread(cause) ?? ofDatabase(cause) ?? ofSystem(cause);
    if (failure !== null) return failure;
  }
  return null;
}

/** The kernel kills with SIGKILL what takes the last memory; V8 and musl abort (SIGABRT, 134) when they get none. */
function ofProcess(error: Error): SystemFailure | null {
  if (!(error instanceof ProcessError)) return null;
  const isKilled = error.signalName === 'SIGKILL' || error.exitCode === 137;
  if (!isKilled && !/out of memory|cannot allocate memory|std::bad_alloc/i.test(error.stderrTail)) return null;
  return memoryExhausted(isKilled ? `${error.message.replace(/\.$/, '')}, most likely for its memory` : error.message);
}

/** V8 names an array that finds no memory by its message alone. */
function ofThread(error: Error): SystemFailure | null {
  const isExhausted =
    isNodeError(error, 'ERR_WORKER_OUT_OF_MEMORY', 'ERR_MEMORY_ALLOCATION_FAILED') ||
    (error instanceof RangeError && error.message === 'Array buffer allocation failed');
  return isExhausted ? memoryExhausted(error.message) : null;
}

/** SQLITE_READONLY, _IOERR, _FULL and _CANTOPEN of https://www.sqlite.org/rescode.html: the locks of Lectra are its files. */
function ofDatabase(error: Error): SystemFailure | null {
  if (!isNodeError(error, 'ERR_SQLITE_ERROR') || !('errcode' in error)) return null;
  // The upper bits say more of the same: https://www.sqlite.org/rescode.html#primary_result_codes_versus_extended_result_codes
  const primary = Number(error.errcode) & 0xff;
  if (primary === 13) return { code: 'DISK_FULL', message: 'The disk of the data folder is full; free some space.' };
  if (primary === 10) {
    return {
      code: 'DISK_FAILED',
      message: `The disk of the data folder does not work as it should (${error.message}); check it and its cable or network.`,
    };
  }
  if (primary !== 8 && primary !== 14) return null;
  return {
    code: 'FILE_FORBIDDEN',
    message: `Lectra may not write in its data folder (${error.message}); give the user that runs it access.`,
  };
}

function ofSystem(error: Error): SystemFailure | null {
  const at = 'path' in error && typeof error.path === 'string' ? `"${error.path}"` : null;
  const place = at === null ? '' : ` (at ${at})`;
  if (isNodeError(error, 'ENOSPC', 'EDQUOT')) {
    return { code: 'DISK_FULL', message: `The disk is full${place}; free some space.` };
  }
  // Without a path it is no file: the same codes come from sockets and signals.
  if (at !== null && isNodeError(error, 'EACCES', 'EPERM', 'EROFS')) {
    const reason = isNodeError(error, 'EROFS') ? 'it is read-only' : 'the system refuses it';
    return {
      code: 'FILE_FORBIDDEN',
      message: `Lectra may not use ${at}: ${reason} (${error.message}); give the user that runs it access.`,
    };
  }
  if (isNodeError(error, 'EMFILE', 'ENFILE')) {
    return {
      code: 'FILES_EXHAUSTED',
      message: `Too many files are open at once (${error.message}); raise the limit with \`ulimit -n\`.`,
    };
  }
  if (isNodeError(error, 'EIO', 'ESTALE', 'ENXIO', 'ENODEV')) {
    return {
      code: 'DISK_FAILED',
      message: `The disk does not work as it should${place} (${error.message}); check it and its cable or network.`,
    };
  }
  if (isNodeError(error, 'ENOMEM')) return memoryExhausted(error.message);
  if (isNodeError(error, 'EAGAIN') && error.syscall?.startsWith('spawn') === true) {
    return memoryExhausted(`no more processes can be started: ${error.message}`);
  }
  return null;
}

function memoryExhausted(reason: string): SystemFailure {
  return {
    code: 'MEMORY_EXHAUSTED',
    message: `The machine ran out of memory (${reason.replace(/\.$/, '')}); close other programs or give it more.`,
  };
}
