import { constants } from 'node:os';
import { describe, expect, test } from 'vitest';
import { findSystemFailure } from '../../../src/platform/find-system-failure.ts';
import { isNodeError } from '../../../src/platform/is-node-error.ts';
import { ProcessError } from '../../../src/platform/process-error.ts';

function systemError(code: string, more: object = {}): Error {
  return Object.assign(new Error(`${code}: it failed`), { code, ...more });
}

describe('isNodeError', () => {
  test('knows a full quota and a lost share by number, since Node has no name for them', () => {
    const quota = systemError(`Unknown system error -${constants.errno.EDQUOT}`, { errno: -constants.errno.EDQUOT });
    expect(isNodeError(quota, 'ENOSPC', 'EDQUOT')).toBe(true);
    expect(isNodeError(quota, 'ENOSPC', 'ESTALE')).toBe(false);
  });

  test('finds nothing by a name that is no number of the system', () => {
    expect(isNodeError(Object.assign(new Error('x'), { errno: 0 }), 'UND_ERR_SOCKET')).toBe(false);
  });
});

describe('findSystemFailure', () => {
  test.each([
    [systemError('ENOSPC', { path: '/data/x' }), 'DISK_FULL', 'The disk is full (at "/data/x"); free some space.'],
    [
      systemError('Unknown system error -122', { errno: -constants.errno.EDQUOT }),
      'DISK_FULL',
      'The disk is full; free some space.',
    ],
    [
      systemError('EACCES', { path: '/data/x' }),
      'FILE_FORBIDDEN',
      'Lectra may not use "/data/x": the system refuses it (EACCES: it failed); give the user that runs it access.',
    ],
    [
      systemError('EROFS', { path: '/data/x' }),
      'FILE_FORBIDDEN',
      'Lectra may not use "/data/x": it is read-only (EROFS: it failed); give the user that runs it access.',
    ],
    [
      systemError('EMFILE'),
      'FILES_EXHAUSTED',
      'Too many files are open at once (EMFILE: it failed); raise the limit with `ulimit -n`.',
    ],
    [
      systemError('EIO', { path: '/data/x' }),
      'DISK_FAILED',
      'The disk does not work as it should (at "/data/x") (EIO: it failed); check it and its cable or network.',
    ],
    [
      systemError('ENOMEM'),
      'MEMORY_EXHAUSTED',
      'The machine ran out of memory (ENOMEM: it failed); close other programs or give it more.',
    ],
    [
      systemError('EAGAIN', { syscall: 'spawn ffmpeg' }),
      'MEMORY_EXHAUSTED',
      'The machine ran out of memory (no more processes can be started: EAGAIN: it failed); close other programs or give it more.',
    ],
  ])('names %s', (error, code, message) => {
    expect(findSystemFailure(error)).toEqual({ code, message });
  });

  test.each([
    [13, 'DISK_FULL'],
    [10, 'DISK_FAILED'],
    [778, 'DISK_FAILED'],
    [8, 'FILE_FORBIDDEN'],
    [14, 'FILE_FORBIDDEN'],
  ])('names SQLite error %i, since a lock of the data folder is a file of SQLite', (errcode, code) => {
    expect(findSystemFailure(systemError('ERR_SQLITE_ERROR', { errcode }))?.code).toBe(code);
  });

  test('leaves a busy lock to those who wait for it', () => {
    expect(findSystemFailure(systemError('ERR_SQLITE_ERROR', { errcode: 5 }))).toBeNull();
  });

  test('finds it behind the errors that wrap it', () => {
    const start = new ProcessError(
      { command: 'ffmpeg', exitCode: null, signalName: null, stderrTail: '' },
      { cause: systemError('EMFILE', { syscall: 'spawn ffmpeg' }) },
    );
    expect(findSystemFailure(new Error('outer', { cause: start }))?.code).toBe('FILES_EXHAUSTED');
  });

  test.each([
    ['SIGKILL', null, ''],
    [null, 137, ''],
    ['SIGABRT', null, 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'],
    [null, 1, 'x264 [error]: malloc failed\nCannot allocate memory'],
  ])(
    'takes a program that ended by %s, code %s, "%s" for one that lacked memory',
    (signalName, exitCode, stderrTail) => {
      const error = new ProcessError({ command: 'ffmpeg', exitCode, signalName, stderrTail });
      expect(findSystemFailure(error)?.code).toBe('MEMORY_EXHAUSTED');
    },
  );

  test('says that a killed program most likely lacked memory', () => {
    const error = new ProcessError({ command: 'ffmpeg', exitCode: null, signalName: 'SIGKILL', stderrTail: '' });
    expect(findSystemFailure(error)?.message).toBe(
      'The machine ran out of memory (ffmpeg was ended by SIGKILL, most likely for its memory); close other programs or give it more.',
    );
  });

  test('knows an array that finds no memory, as V8 words it', () => {
    expect(findSystemFailure(thrownBy(() => new ArrayBuffer(2 ** 46)))?.code).toBe('MEMORY_EXHAUSTED');
  });

  test.each([
    ['a missing file', systemError('ENOENT', { path: '/x' })],
    ['a right that is about no file', systemError('EPERM', { syscall: 'kill' })],
    ['a socket that is busy', systemError('EAGAIN', { syscall: 'read' })],
    [
      'another program that failed',
      new ProcessError({ command: 'f', exitCode: 1, signalName: null, stderrTail: 'bad' }),
    ],
    ['a defect', new RangeError('off by one')],
    ['no error at all', 'oops'],
  ])('leaves %s to whoever expected it', (_what, error) => {
    expect(findSystemFailure(error)).toBeNull();
  });

  test('ends with a ring of causes', () => {
    const error = new Error('a');
    error.cause = new Error('b', { cause: error });
    expect(findSystemFailure(error)).toBeNull();
  });
});

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return null;
}
