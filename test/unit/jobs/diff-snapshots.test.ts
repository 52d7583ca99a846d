import { describe, expect, it } from 'vitest';
import { diffSnapshots } from '../../../src/jobs/diff-snapshots.ts';
import type { RunSnapshot } from '../../../src/jobs/run-snapshot.ts';
import { countStages } from '../../../src/jobs/stage-progress.ts';
import { makeRecord, makeRunning } from '../report/make-record.ts';
import { FRESH_SNAPSHOT } from './fresh-snapshot.ts';

const fresh: RunSnapshot = { ...FRESH_SNAPSHOT, workflowId: 'lectra-water', project: 'water' };
const prepare = makeRecord('prepareRun', null, [0, 0, 100]);
const outline = makeRecord('writeOutline', null, [100, 100, 300]);
const script = (slide: number) => makeRecord('writeSlide', slide, [300, 300, 1_540]);

describe('diffSnapshots', () => {
  it('tells the outline once, when it is there', () => {
    const after = { ...fresh, title: 'Water', slideCount: 2 };
    expect(diffSnapshots(fresh, after)).toEqual([{ type: 'outline-ready', title: 'Water', slideCount: 2 }]);
    expect(diffSnapshots(after, after)).toEqual([]);
  });

  it('asks for an approval once for each outline that waits, and says when it is approved', () => {
    const refOf = (digit: string) => ({ sha256: digit.repeat(64), sizeBytes: 1, mediaType: 'application/json' });
    const known = { ...fresh, title: 'Water', slideCount: 2 };
    const waiting = { ...known, approval: 'waiting', outline: refOf('a') } as const;
    const asked = { type: 'approval-awaited', workflowId: 'lectra-water', project: 'water', outline: refOf('a') };
    expect(diffSnapshots(known, waiting)).toEqual([asked]);
    expect(diffSnapshots(null, waiting)).toContainEqual(asked);
    expect(diffSnapshots(waiting, waiting)).toEqual([]);
    const another = { ...waiting, outline: refOf('b') };
    expect(diffSnapshots(waiting, another)).toEqual([{ ...asked, outline: refOf('b') }]);
    const approved = { ...waiting, approval: 'approved', slideCount: 5 } as const;
    expect(diffSnapshots(waiting, approved)).toEqual([{ type: 'outline-approved', title: 'Water', slideCount: 5 }]);
    expect(diffSnapshots(approved, approved)).toEqual([]);
  });

  it('asks nobody to approve a run that was ended while it waited', () => {
    const ref = { sha256: 'a'.repeat(64), sizeBytes: 1, mediaType: 'application/json' };
    const outcome = { status: 'cancelled', code: null, message: null } as const;
    const cancelled = { ...fresh, approval: 'waiting', outline: ref, outcome } as const;
    expect(diffSnapshots(null, cancelled).map(({ type }) => type)).not.toContain('approval-awaited');
  });

  it('tells the end of a stage when all its slides are done, not when the ones that began are', () => {
    const known = { ...fresh, title: 'Water', slideCount: 2, records: [prepare, outline] };
    const half = { ...known, records: [prepare, outline, script(1)] };
    const whole = { ...known, records: [prepare, outline, script(1), script(2)] };
    expect(diffSnapshots(known, half)).toEqual([]);
    expect(diffSnapshots(half, whole)).toEqual([{ type: 'stage-ended', stage: 'script', seconds: 1.24 }]);
  });

  it('tells no end of a stage that failed or was cut off, which would look like success', () => {
    const known = { ...fresh, title: 'Water', slideCount: 2, records: [prepare, outline, script(1)] };
    const endsOf = (second: RunSnapshot['records'][number], status: 'failed' | 'cancelled') => {
      const outcome = { status, code: null, message: null } as const;
      return diffSnapshots(known, { ...known, outcome, records: [prepare, outline, second, script(1)] });
    };
    expect(endsOf(makeRecord('writeSlide', 2, [300, 300, 9_000], { outcome: 'failed' }), 'failed')).toEqual([]);
    expect(endsOf(makeRecord('writeSlide', 2, [300, 300, 400], { outcome: 'cancelled' }), 'cancelled')).toEqual([]);
    const overcome = makeRecord('writeSlide', 2, [300, 300, 400], { outcome: 'failed' });
    expect(endsOf(overcome, 'failed')).toEqual([{ type: 'stage-ended', stage: 'script', seconds: 1.24 }]);
  });

  it('keeps Prepare open until the outline begins, since its probes come after its first step', () => {
    expect(diffSnapshots(fresh, { ...fresh, records: [prepare] })).toEqual([]);
    const begun = { ...fresh, records: [prepare, makeRunning('writeOutline', null, 100, 100)] };
    expect(diffSnapshots(fresh, begun)).toEqual([{ type: 'stage-ended', stage: 'prepare', seconds: 0.1 }]);
  });

  it('tells a retry with the attempt that begins and why the one before it failed', () => {
    const first = { ...fresh, records: [makeRunning('writeOutline', null, 0, 0)] };
    const running = makeRunning('writeOutline', null, 0, 900);
    const again = { ...fresh, records: [{ ...running, attempt: 2, retry: { reason: 'no answer', waitMs: null } }] };
    expect(diffSnapshots(first, again)).toEqual([
      { type: 'step-retried', label: '1 Generate Outline', attempt: 2, reason: 'no answer', waitMs: null },
    ]);
  });

  it('tells a retry that is long in coming when its wait begins, and not again when it ends', () => {
    const running = makeRunning('writeOutline', null, 0, 0);
    const waiting = (waitMs: number) => ({
      ...fresh,
      records: [{ ...running, outcome: 'retrying' as const, retry: { reason: 'no answer', waitMs } }],
    });
    const again = { ...fresh, records: [{ ...running, attempt: 2, retry: { reason: 'no answer', waitMs: null } }] };
    const told = { type: 'step-retried', label: '1 Generate Outline', attempt: 2, reason: 'no answer', waitMs: 15_000 };
    expect(diffSnapshots({ ...fresh, records: [running] }, waiting(15_000))).toEqual([told]);
    expect(diffSnapshots(waiting(15_000), again)).toEqual([]);
    expect(diffSnapshots({ ...fresh, records: [running] }, waiting(2_000))).toEqual([]);
    expect(diffSnapshots(waiting(2_000), again)).toEqual([{ ...told, waitMs: null }]);
  });

  it('tells a download at its begin and at each tenth, and a load once, so that a log stays short', () => {
    const at = (what: string, doneBytes: number | null) => ({
      ...fresh,
      modelProgress: { what, doneBytes, totalBytes: doneBytes === null ? null : 1_000 },
    });
    const looks = [fresh, at('Get', null), at('Get', 0), at('Get', 99), at('Get', 100), at('Get', 450), at('Get', 460)];
    const all = [...looks, at('Load', null), at('Load', null), fresh];
    const told = all.slice(1).map((after, index) => diffSnapshots(all[index] ?? null, after));
    expect(told.map((events) => events.map(({ type }) => type).join())).toEqual(
      [1, 1, 0, 1, 1, 0, 1, 0, 0].map((count) => (count === 0 ? '' : 'model-progressed')),
    );
  });

  it('tells each warning once, wherever it stands in the list', () => {
    const [a, b] = [
      { code: 'A', message: 'First.' },
      { code: 'B', message: 'Second.' },
    ];
    expect(diffSnapshots({ ...fresh, warnings: [b] }, { ...fresh, warnings: [a, b] })).toEqual([
      { type: 'warning-raised', warning: a },
    ]);
  });
});

describe('countStages', () => {
  it('knows how much there will be as soon as the outline is there', () => {
    const counts = countStages({ records: [outline], slideCount: 8, hasVideo: true });
    expect(Object.fromEntries(counts.map(({ stage, total }) => [stage, total]))).toEqual({
      prepare: 1,
      outline: 1,
      script: 8,
      images: 0,
      pptx: 9,
      narration: 8,
      prosody: 8,
      segments: 8,
      speech: 9,
      timings: 1,
      video: 9,
      publish: 1,
    });
  });

  it('expects no video where none was asked for', () => {
    const counts = countStages({ records: [], slideCount: 8, hasVideo: false });
    expect(counts.find(({ stage }) => stage === 'video')).toEqual({ stage: 'video', total: 0, running: 0, done: 0 });
  });
});
