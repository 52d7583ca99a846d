import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../../src/cli/lectra.mjs', import.meta.url));

export interface LectraOutcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface LectraCall {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Given on standard input; default: nothing. */
  readonly stdin?: string;
  /** The Node that runs the bin; default: this one. */
  readonly node?: string;
}

/** Runs the real command in a folder, away from the settings of whoever runs the tests. */
export function runLectra(call: LectraCall): Promise<LectraOutcome> {
  const child = spawn(call.node ?? process.execPath, [BIN, ...call.args], {
    cwd: call.cwd,
    env: { PATH: process.env.PATH, HOME: call.cwd, CI: 'true', ...call.env },
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  child.stdin.end(call.stdin ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, ...output }));
  });
}
