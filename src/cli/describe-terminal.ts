/** What a stream says of the terminal behind it. */
export interface TerminalStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** How to write for the people who read it. */
export interface Terminal {
  readonly isInteractive: boolean;
  readonly hasColor: boolean;
  readonly columns: () => number;
}

const DEFAULT_COLUMNS = 80;
/** Below this a table is no table any more: it is cut instead. */
const LEAST_COLUMNS = 40;

/** Returns how to write for people: https://no-color.org, FORCE_COLOR, and no drawing on a dumb terminal or under CI. */
export function describeTerminal(stream: TerminalStream, env: Readonly<Record<string, string | undefined>>): Terminal {
  const isTerminal = stream.isTTY === true && env.TERM !== 'dumb';
  const isForced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return {
    isInteractive: isTerminal && !env.CI,
    hasColor: !env.NO_COLOR && (isForced || isTerminal),
    columns: () => Math.max(LEAST_COLUMNS, stream.columns ?? DEFAULT_COLUMNS),
  };
}
