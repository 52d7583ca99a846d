import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FaultService, startFaultService } from '../../faults/fault-service.ts';
import { openFaultRig } from '../../faults/open-fault-rig.ts';
import { listFaults, NO_FAULTS } from '../../services/fault-script.ts';
import { cliNote, findTestCli } from '../temporal/find-test-cli.ts';

/** What the archive asks for; the first retry of a step would come after one second. */
const RETRY_AFTER_MS = 2_000;

const cli = await findTestCli();
let service: FaultService;

describe.skipIf(cli === null)(`a picture archive that answers 429 with Retry-After${cliNote(cli)}`, () => {
  beforeAll(async () => {
    if (cli === null) return;
    service = await startFaultService({ cli, writeLine: () => undefined }, new AbortController().signal);
  });
  afterAll(() => service?.[Symbol.asyncDispose]());

  it('is not asked again before that time, by no step that it turned away', async () => {
    // The probe, the search of the slide that has a picture, twice turned away, then its download.
    const pictures = listFaults([null, 'status-429', 'status-429', null, 'status-429'] as const);
    const faults = { ollama: NO_FAULTS, edge: NO_FAULTS, pictures };
    await using rig = await openFaultRig(service, { name: 'retry-after', faults });
    const handle = await rig.start({ video: false });
    expect((await handle.result()).warnings).toEqual([]);
    const entries = rig.ledger.entries();
    const waitsMs = entries.flatMap((entry, index) => {
      if (entry.fault !== 'status-429') return [];
      const again = entries.slice(index + 1).find(({ about }) => about === entry.about);
      return again === undefined || entry.endedAtMs === null ? [0] : [again.startedAtMs - entry.endedAtMs];
    });
    console.log(`asked again ${waitsMs.map((waitMs) => `${waitMs} ms`).join(', ')} after 429`);
    expect(waitsMs).toHaveLength(3);
    expect(Math.min(...waitsMs)).toBeGreaterThanOrEqual(RETRY_AFTER_MS);
  });
});
