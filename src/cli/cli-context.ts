import type { Readable } from 'node:stream';
import type { Client } from '@temporalio/client';
import type { Config } from '../config/load-config.ts';

/** A client of the Temporal service that this installation uses, held open by one command. */
export interface ClientSession {
  readonly client: Client;
  readonly address: string;
  readonly namespace: string;
  /** The queue that workflows run on, with the prefix of this installation. */
  readonly taskQueue: string;
  /** Web UI of the service; null when it has none that we know. */
  readonly uiUrl: string | null;
  /** Ends the lease on the host and closes the connection. May be called twice. */
  readonly release: () => Promise<void>;
}

/** Options of the whole program: which Temporal service to use. Absent ones fall through to the environment. */
export interface ConnectionFlags {
  readonly address?: string | undefined;
  readonly namespace?: string | undefined;
  readonly profile?: string | undefined;
}

/** What every command gets: the process seen through a door, so that commands run in tests without one. */
export interface CliContext {
  /** Called by the program before a command runs, and before anything reads `config`. */
  readonly useConnection: (flags: ConnectionFlags) => void;
  /** Read at first use, so that `--help` works with a broken setting. Throws CONFIG_INVALID. */
  readonly config: Config;
  readonly cwd: string;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream;
  /** Progress and messages for people. */
  readonly stderr: NodeJS.WritableStream;
  /** True when stderr is a terminal that can be drawn over. */
  readonly isInteractive: boolean;
  /** Width of stderr in columns; 80 when it is no terminal. */
  readonly columns: () => number;
  /** False under NO_COLOR, and when stderr is no terminal unless FORCE_COLOR is set. */
  readonly hasColor: boolean;
  /** Aborted by the first Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  /** Aborted by the second one: leave at once. */
  readonly forceSignal: AbortSignal;
  readonly nowMs: () => number;
  /** Exit code of the process when the command returns without throwing; 0 unless set. */
  readonly setExitCode: (code: 0 | 1 | 2 | 130) => void;
  /**
   * Starts or joins the host of this installation and connects to its service.
   * `onProgress` gets sentences to show while the Temporal CLI is fetched or the host starts.
   * Throws SERVICE_UNAVAILABLE or ENGINE_MISSING.
   */
  readonly openClient: (onProgress: (message: string) => void, signal: AbortSignal) => Promise<ClientSession>;
  /**
   * Connects to where runs are already, and drains no host for it: `look` starts no worker, `follow` sees to it that
   * an open run can go on. Null when this installation never had a run. Throws SERVICE_UNAVAILABLE or ENGINE_MISSING.
   */
  readonly findClient: (
    purpose: 'look' | 'follow',
    onProgress: (message: string) => void,
    signal: AbortSignal,
  ) => Promise<ClientSession | null>;
}
