import { describe, expect, it } from 'vitest';
import type { EmbeddedService } from '../../../../src/temporal/start-embedded-service.ts';
import { superviseService } from '../../../../src/workers/host/supervise-service.ts';

const target = { address: '127.0.0.1:7233', namespace: 'default', uiUrl: null, profileToml: null };

/** Services that end when the test says so, on the ports that they are asked to use. */
function createStarts(portOf: (start: number) => number = () => 7233) {
  const ends: (() => void)[] = [];
  const wanted: (number | null)[] = [];
  const start = async (ports: { port: number } | null): Promise<EmbeddedService> => {
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    wanted.push(ports?.port ?? null);
    ends.push(resolve);
    return { target, port: portOf(ends.length), uiPort: 8233, ended, stop: async () => resolve() };
  };
  return { start, wanted, endLast: () => ends.at(-1)?.(), starts: () => ends.length };
}

describe('superviseService', () => {
  it('starts a service that ended again, on the ports that its clients know', async () => {
    const { endLast, start, starts, wanted } = createStarts();
    const service = await superviseService(start, () => undefined);
    endLast();
    await expect.poll(starts).toBe(2);
    expect(wanted).toEqual([null, 7233]);
    await service.stop();
    await service.ended;
    expect(starts()).toBe(2);
  });

  it('gives up after four ends in ten minutes, but not after as many in a week', async () => {
    const often = createStarts();
    const failing = await superviseService(
      often.start,
      () => undefined,
      () => 0,
    );
    for (let end = 1; end <= 4; end++) {
      await expect.poll(often.starts).toBe(end);
      often.endLast();
    }
    await expect(failing.ended).rejects.toThrow('ended 4 times within ten minutes');

    const rarely = createStarts();
    let nowMs = 0;
    const lasting = await superviseService(
      rarely.start,
      () => undefined,
      () => nowMs,
    );
    for (let end = 1; end <= 8; end++) {
      await expect.poll(rarely.starts).toBe(end);
      nowMs += 24 * 60 * 60 * 1000;
      rarely.endLast();
    }
    await expect.poll(rarely.starts).toBe(9);
    await lasting.stop();
    await lasting.ended;
  });

  it('gives up when the port was taken meanwhile, since nobody would find the service on another', async () => {
    const { endLast, start } = createStarts((count) => (count === 1 ? 7233 : 7234));
    const service = await superviseService(start, () => undefined);
    endLast();
    await expect(service.ended).rejects.toThrow('Port 7233 was taken by another program');
  });
});
