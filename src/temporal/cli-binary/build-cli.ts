import { ProcessError } from '../../platform/process-error.ts';
import { runProcess } from '../../platform/run-process.ts';
import { PINNED_CLI_VERSION } from './pinned-version.ts';

const CLI_PACKAGE = 'github.com/temporalio/cli/cmd/temporal';
const VERSION_VARIABLE = 'github.com/temporalio/cli/internal/temporalcli.Version';
/** Where messages become lines of a log, one for each module would bury the rest. */
const MODULES_PER_MESSAGE = 20;
/** The `go` line of temporal/go.mod. */
const NEEDED_GO = [1, 26, 4] as const;

export interface BuildInput {
  /** The Go program to use. */
  readonly goPath: string;
  /** The folder with go.mod and go.sum. */
  readonly moduleDir: string;
  /** Where the program is written. A file that is there is replaced. */
  readonly targetPath: string;
  readonly onProgress: (message: string) => void;
}

/**
 * Returns null when the Go program can build the CLI, else one sentence that says why not.
 * Go 1.21 and later fetch a newer Go by themselves unless GOTOOLCHAIN=local: https://go.dev/doc/toolchain
 */
export async function explainUnusableGo(goPath: string, signal: AbortSignal): Promise<string | null> {
  try {
    const { stdout } = await runProcess({ command: goPath, args: ['env', 'GOVERSION', 'GOTOOLCHAIN'], signal });
    return explainUnusableGoVersion(new TextDecoder().decode(stdout));
  } catch (error) {
    if (error instanceof ProcessError) return `${goPath} cannot be run`;
    throw error;
  }
}

/** `text` is what `go env GOVERSION GOTOOLCHAIN` prints: two lines. */
export function explainUnusableGoVersion(text: string): string | null {
  const [version = '', toolchain = ''] = text.split('\n');
  const numbers = (/^go(\d+)\.(\d+)(?:\.(\d+))?/.exec(version) ?? []).slice(1).map((part) => Number(part ?? 0));
  if (isAtLeast(numbers, NEEDED_GO)) return null;
  if (isAtLeast(numbers, [1, 21, 0]) && toolchain.trim() !== 'local') return null;
  return `it is ${version.trim() || 'no Go'}, and Go ${NEEDED_GO.join('.')} is needed`;
}

function isAtLeast(numbers: readonly number[], least: readonly [number, number, number]): boolean {
  for (const [index, wanted] of least.entries()) {
    const found = numbers[index] ?? -1;
    if (found !== wanted) return found > wanted;
  }
  return true;
}

/**
 * Builds the pinned CLI: all modules are checked against go.sum. Takes minutes with an empty Go cache.
 * Throws ProcessError with the end of Go's output. An abort ends Go and leaves the target to the caller.
 */
export async function buildCli(input: BuildInput, signal: AbortSignal): Promise<void> {
  const env = { CGO_ENABLED: '0', GOFLAGS: '-mod=readonly', GOWORK: 'off' };
  const run = (args: readonly string[], onLine: (line: string) => void) =>
    runProcess({
      command: input.goPath,
      args: ['-C', input.moduleDir, ...args],
      env,
      signal,
      onStderr: createLineReader(onLine),
    });

  let modules = 0;
  input.onProgress('Getting the sources of the Temporal CLI');
  const listed = await run(['list', '-trimpath', '-deps', '-f', '{{.ImportPath}} {{.Stale}}', CLI_PACKAGE], (line) => {
    if (!line.includes('downloading')) return;
    modules += 1;
    if (modules % MODULES_PER_MESSAGE === 0)
      input.onProgress(`Getting the sources of the Temporal CLI: ${modules} modules`);
  });
  const total = new TextDecoder().decode(listed.stdout).split('\n').filter(isStale).length;

  let built = 0;
  input.onProgress(`Building the Temporal CLI: 0 of ${total} packages`);
  const linkerFlags = `-s -w -X ${VERSION_VARIABLE}=${PINNED_CLI_VERSION}`;
  await run(['build', '-v', '-trimpath', '-ldflags', linkerFlags, '-o', input.targetPath, CLI_PACKAGE], () => {
    const shareBefore = Math.floor((100 * built) / total);
    built = Math.min(built + 1, total);
    const share = Math.floor((100 * built) / total);
    if (share !== shareBefore)
      input.onProgress(`Building the Temporal CLI: ${built} of ${total} packages (${share} %), once for all runs`);
  });
}

function isStale(line: string): boolean {
  return line.endsWith(' true');
}

function createLineReader(onLine: (line: string) => void): (chunk: Uint8Array) => void {
  const decoder = new TextDecoder();
  let rest = '';
  return (chunk) => {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  };
}
