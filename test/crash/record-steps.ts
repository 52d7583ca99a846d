/**
 * Loaded into workers before their own code (`node --import`): each step of theirs that really runs, and each that is
 * stored, leaves one line in the file that LECTRA_STEP_LEDGER names.
 */
import { argv, env, pid } from 'node:process';
import { isMainThread } from 'node:worker_threads';
import { appendLine, type LedgerLine } from './step-ledger.ts';
import { watchStarvation } from './watch-starvation.ts';

const { LECTRA_STEP_LEDGER: path } = env;
const [, program = '', ...words] = argv;
const isHost = program.endsWith('host-main.ts');
const isWorker = program.endsWith('lectra.mjs') && words[0] === 'worker';

if (path !== undefined && isMainThread && (isHost || isWorker)) {
  const { FileArtifactStore } = await import('../../src/artifacts/stores/file-artifact-store.ts');
  const { findStep, recordStep } = FileArtifactStore.prototype;
  const write = (event: LedgerLine['event'], key: string, lateMs = 0): void => {
    const atMs = Date.now();
    appendLine(path, { pid, event, key, atMs, sinceMs: atMs - lateMs });
  };
  watchStarvation((lateMs) => write('starved', '', lateMs));

  FileArtifactStore.prototype.findStep = async function (key) {
    const found = await findStep.call(this, key);
    write(found === null ? 'began' : 'reused', key);
    return found;
  };
  FileArtifactStore.prototype.recordStep = async function (key, record) {
    const winner = await recordStep.call(this, key, record);
    write('stored', key);
    return winner;
  };
}
