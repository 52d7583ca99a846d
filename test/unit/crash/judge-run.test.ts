import { describe, expect, it } from 'vitest';
import { type CrashFacts, judgeRun, type KillRecord } from '../../crash/judge-run.ts';
import type { LedgerLine } from '../../crash/step-ledger.ts';

const WHOLE: Omit<CrashFacts, 'lines' | 'kills'> = { failure: null, differingFiles: [], troubles: [] };

/** Reads lines such as "7 began a", a second apart; what starved says so two seconds later. */
function parseLines(...texts: readonly string[]): readonly LedgerLine[] {
  const events: readonly LedgerLine['event'][] = ['began', 'reused', 'stored', 'starved'];
  return texts.map((text, index) => {
    const [pid, word = '', key = ''] = text.split(' ');
    const event = events.find((known) => known === word);
    if (event === undefined) throw new TypeError(`"${word}" is no event.`);
    const sinceMs = index * 1_000;
    return { pid: Number(pid), event, key, sinceMs, atMs: event === 'starved' ? sinceMs + 2_500 : sinceMs };
  });
}

function killOf(fromLine: number, change: Partial<KillRecord> = {}): KillRecord {
  return { workerPids: [7], mostSteps: null, fromLine, toLine: fromLine, storedKeys: new Set(), ...change };
}

describe('judgeRun', () => {
  it('finds nothing in a run that nobody disturbed', () => {
    const lines = parseLines('7 began a', '7 stored a', '7 began b', '7 stored b');
    const verdict = judgeRun({ ...WHOLE, lines, kills: [] });
    expect(verdict).toMatchObject({ findings: [], unfinishedRepeats: 0, inFlight: 0 });
  });

  it('lets what a killed worker had in progress run again, once for the kill', () => {
    const lines = parseLines('7 began a', '7 stored a', '7 began b', '8 reused a', '8 began b', '8 stored b');
    const verdict = judgeRun({ ...WHOLE, lines, kills: [killOf(3)] });
    expect(verdict).toMatchObject({ findings: [], unfinishedRepeats: 1, inFlight: 1 });
    const twice = parseLines('7 began b', '8 began b', '8 began b', '8 stored b');
    expect(judgeRun({ ...WHOLE, lines: twice, kills: [killOf(1)] }).findings).toContain('repeated without a kill: b');
  });

  it('finds a step that runs again after its result was stored, also when a kill came in between', () => {
    const lines = parseLines('7 began a', '7 stored a', '8 began a', '8 stored a');
    for (const kills of [[], [killOf(2)]]) {
      const verdict = judgeRun({ ...WHOLE, lines, kills });
      expect(verdict.finishedRepeats).toEqual(['a']);
      expect(verdict.findings).toEqual(['finished step repeated: a']);
    }
  });

  it('finds one whose worker died between storing it and saying so, since the store itself had it', () => {
    const lines = parseLines('7 began a', '8 began a', '8 stored a');
    const verdict = judgeRun({ ...WHOLE, lines, kills: [killOf(1, { storedKeys: new Set(['a']) })] });
    expect(verdict.finishedRepeats).toEqual(['a']);
    expect(verdict.inFlight).toBe(0);
  });

  it('finds a step that runs twice although only another worker was killed', () => {
    const lines = parseLines('7 began a', '8 began b', '9 began b', '9 stored b', '9 began a', '9 stored a');
    const { findings, inFlight } = judgeRun({ ...WHOLE, lines, kills: [killOf(2)] });
    expect(inFlight).toBe(1);
    expect(findings).toEqual(['repeated without a kill: b', '2 steps repeated of 1 in progress']);
  });

  it('counts what began until an absent service was back, for all workers', () => {
    const lines = parseLines('7 began a', '8 began b', '9 began a', '9 stored a', '9 began b', '9 stored b');
    const verdict = judgeRun({ ...WHOLE, lines, kills: [killOf(1, { workerPids: null, toLine: 2 })] });
    expect(verdict).toMatchObject({ findings: [], unfinishedRepeats: 2, inFlight: 2 });
  });

  it('lets a killed tool cost one step, though its worker had two in progress', () => {
    const lines = parseLines('7 began a', '7 began b', '7 began a', '7 began b', '7 stored a', '7 stored b');
    const { findings, inFlight } = judgeRun({ ...WHOLE, lines, kills: [killOf(2, { mostSteps: 1 })] });
    expect(inFlight).toBe(1);
    expect(findings).toEqual(['2 steps repeated of 1 in progress']);
  });

  it('counts apart what a machine without a free processor gave away, and only that', () => {
    const starved = parseLines('7 began a', '9 starved', '8 began a', '8 stored a');
    const verdict = judgeRun({ ...WHOLE, lines: starved, kills: [] });
    expect(verdict).toMatchObject({ findings: [], unfinishedRepeats: 0, starvedRepeats: 1 });
    const before = parseLines(
      '9 starved',
      '9 began b',
      '9 stored b',
      '7 began a',
      '8 began a',
      '8 stored a',
      '9 starved',
    );
    expect(judgeRun({ ...WHOLE, lines: before, kills: [] }).findings).toContain('repeated without a kill: a');
    const finished = parseLines('7 began a', '7 stored a', '9 starved', '8 began a', '8 stored a');
    expect(judgeRun({ ...WHOLE, lines: finished, kills: [] }).findings).toEqual(['finished step repeated: a']);
  });

  it('finds a run without a result, a file of other bytes and whatever else went wrong', () => {
    const facts = { failure: 'no end', differingFiles: ['presentation.mp4'], troubles: ['ffmpeg still runs'] };
    expect(judgeRun({ ...facts, lines: [], kills: [] }).findings).toEqual([
      'not finished: no end',
      'differs: presentation.mp4',
      'ffmpeg still runs',
    ]);
  });
});
