import { ServiceError } from '@temporalio/client';
import { describe, expect, test } from 'vitest';
import { nameFailure } from '../../../src/cli/name-failure.ts';
import { InputError } from '../../../src/contract/errors.ts';

function ofTemporal(code: number, details: string): ServiceError {
  const cause = Object.assign(new Error(`${code}: ${details}`), { code, details, metadata: {} });
  return new ServiceError('Failed to describe the run', { cause });
}

describe('nameFailure', () => {
  test('leaves an error of a family its own words', () => {
    expect(nameFailure(new InputError('RUN_NOT_FOUND', 'There is none.'))).toMatchObject({
      code: 'RUN_NOT_FOUND',
      message: 'There is none.',
    });
  });

  test('names a full disk, which is no defect of Lectra', () => {
    const full = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC', path: '/data/x' });
    expect(nameFailure(full)).toEqual({
      code: 'DISK_FULL',
      message: 'The disk is full (at "/data/x"); free some space.',
    });
  });

  test('names a service that went away in the middle of a command', () => {
    expect(nameFailure(ofTemporal(14, 'No connection established'))).toEqual({
      code: 'SERVICE_UNAVAILABLE',
      message:
        'The Temporal service does not answer now (No connection established); `lectra doctor` shows what is wrong.',
    });
  });

  test.each([7, 16])('names a service that refuses access (%i), since waiting would not help', (code) => {
    expect(nameFailure(ofTemporal(code, 'Request unauthorized'))).toEqual({
      code: 'PROVIDER_REFUSED',
      message:
        'The Temporal service refuses this (Request unauthorized); check TEMPORAL_API_KEY and TEMPORAL_NAMESPACE.',
    });
  });

  test.each([
    ['a call that was wrong', ofTemporal(3, 'WorkflowId is not set')],
    ['a slip in the code', new TypeError('x is not a function')],
    ['a thrown word', 'oops'],
  ])('leaves %s a defect, which keeps its stack', (_what, error) => {
    expect(nameFailure(error)).toBeNull();
  });
});
