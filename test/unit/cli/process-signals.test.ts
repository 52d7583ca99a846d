import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { listenToSignals } from '../../../src/cli/process-signals.ts';

function press() {
  const source = new EventEmitter();
  let nowMs = 0;
  const signals = listenToSignals(source, () => nowMs);
  const at = (ms: number, name: 'SIGINT' | 'SIGTERM' = 'SIGINT') => {
    nowMs = ms;
    source.emit(name);
    return [signals.signal.aborted, signals.forceSignal.aborted];
  };
  return at;
}

describe('listenToSignals', () => {
  it('asks first and forces second, so that a run can be cancelled in order', () => {
    const at = press();
    expect(at(1_000)).toEqual([true, false]);
    expect(at(3_000)).toEqual([true, true]);
  });

  it('takes two at once for one, since terminal and parent process both pass a Ctrl-C on', () => {
    const at = press();
    at(1_000);
    expect(at(1_005)).toEqual([true, false]);
    expect(at(1_210)).toEqual([true, true]);
  });

  it('counts a SIGTERM like a Ctrl-C', () => {
    const at = press();
    expect(at(0, 'SIGTERM')).toEqual([true, false]);
    expect(at(500, 'SIGINT')).toEqual([true, true]);
  });
});
