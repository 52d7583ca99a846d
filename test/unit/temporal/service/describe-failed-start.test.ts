import { expect, it } from 'vitest';
import { describeFailedStart } from '../../../../src/temporal/service/describe-failed-start.ts';

const place = { databasePath: '/data/temporal-1.31.2.db', logPath: '/data/temporal.log' };
const failed = (reason: string) =>
  `{"level":"WARN"}\nError: failed starting server: failed creating namespaces: ${reason}\n`;

it.each([
  'error creating namespace "default": file is not a database (26)',
  'error creating namespace "default": database disk image is malformed (11)',
  'error creating namespace "default": SQL logic error: no such table: namespaces (1)',
])('names the damaged database and the way out for "%s"', (reason) => {
  const { code, message } = describeFailedStart({ printed: failed(reason), ...place });
  expect(code).toBe('SERVICE_UNAVAILABLE');
  expect(message).toContain(`"${place.databasePath}", is damaged`);
  expect(message).toContain('Move it away');
});

it('calls a full disk a full disk, since moving the database away would not help', () => {
  const printed = failed('database or disk is full (13)');
  expect(describeFailedStart({ printed, ...place })).toMatchObject({ code: 'DISK_FULL' });
});

it('gives any other reason as it is, and the log', () => {
  const printed = 'Error: old\nError: failed starting server: address already in use\n';
  const { message } = describeFailedStart({ printed, ...place });
  expect(message).toContain('(address already in use)');
  expect(message).toContain(place.logPath);
  expect(message).not.toContain('old');
  expect(describeFailedStart({ printed: '', ...place }).message).not.toContain('()');
});
