import { extname } from 'node:path';
import { argv, stdin, stdout } from 'node:process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, type InjectedSinks, Runtime, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import type { WantedStep } from '../find-first-difference.ts';
import type { CommandSinks } from './record-commands.ts';

/**
 * Replays the history on stdin against the workflow code that the first argument names, and prints what it found. A
 * process of its own, since a history that the SDK's core cannot take may leave the call without an answer.
 */
const [workflowsPath] = argv.slice(2);
if (workflowsPath === undefined) throw new TypeError('Usage: replay-main WORKFLOWS < HISTORY');
const logger = new DefaultLogger('ERROR');
Runtime.install({ logger, telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } } });

const recorder = fileURLToPath(new URL(`./record-commands${extname(import.meta.url)}`, import.meta.url));
const wanted: WantedStep[] = [];
const sinks: InjectedSinks<CommandSinks> = {
  commands: { record: { fn: (_info, step) => void wanted.push(step), callDuringReplay: true } },
};
const workflowBundle = await bundleWorkflowCode({ workflowsPath, workflowInterceptorModules: [recorder], logger });
const history: unknown = JSON.parse(await text(stdin));
let complaint: string | null = null;
try {
  await Worker.runReplayHistory({ workflowBundle, sinks }, history);
} catch (error) {
  if (!(error instanceof DeterminismViolationError)) throw error;
  complaint = error.message;
}
stdout.write(JSON.stringify({ complaint, wanted }));
