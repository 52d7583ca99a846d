import { once } from 'node:events';
import { createServer, type Http2Server } from 'node:http2';
import { afterEach, expect, test } from 'vitest';
import { connectTemporal } from '../../../src/temporal/connect.ts';

const NEVER = new AbortController().signal;
let server: Http2Server | null = null;

afterEach(() => {
  server?.close();
  server = null;
});

const GRPC = { ':status': 200, 'content-type': 'application/grpc' };
const EMPTY_MESSAGE = new Uint8Array(5);

/** Says who it is, as a Temporal service does, and answers every other call with a status of gRPC. `toAll` leaves out the first. */
async function answerWith(status: number, message: string, toAll = false): Promise<string> {
  server = createServer();
  server.on('stream', (stream, headers) => {
    if (toAll || headers[':path']?.endsWith('/GetSystemInfo') !== true) {
      stream.respond({ ...GRPC, 'grpc-status': `${status}`, 'grpc-message': message }, { endStream: true });
      return;
    }
    stream.respond(GRPC, { waitForTrailers: true });
    stream.once('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
    stream.end(EMPTY_MESSAGE);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The server has no port.');
  return `127.0.0.1:${address.port}`;
}

test.each([
  [7, false],
  [16, true],
])('says of status %i that access is refused, which no second attempt would change', async (status, toAll) => {
  const address = await answerWith(status, 'Request unauthorized', toAll);
  await expect(
    connectTemporal({ address, namespace: 'default', uiUrl: null, profileToml: null }, NEVER),
  ).rejects.toMatchObject({
    code: 'PROVIDER_REFUSED',
    message: `The Temporal service at ${address} refuses access to the namespace "default" (Request unauthorized). Correct TEMPORAL_API_KEY, TEMPORAL_NAMESPACE or the TLS settings.`,
  });
});

test('says that a namespace is not there', async () => {
  const address = await answerWith(5, 'Namespace lab is not found');
  await expect(
    connectTemporal({ address, namespace: 'lab', uiUrl: null, profileToml: null }, NEVER),
  ).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
    message: expect.stringContaining(`at ${address} has no namespace "lab"`),
  });
});
