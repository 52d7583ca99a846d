import { afterAll, beforeAll } from 'vitest';
import type { JsonSchema } from '../../../src/writing/model-transport.ts';
import {
  REAL_OLLAMA_DIR,
  type RealOllama,
  startRealOllama,
  TINY_MODEL,
} from '../../services/ollama/start-real-ollama.ts';
import { questionOf } from './model-questions.ts';

/** Whether a real server can be started here, and what the title of a group says where it cannot. */
export const HAS_REAL_SERVER = REAL_OLLAMA_DIR !== '';
export const REAL_SERVER_NOTE = HAS_REAL_SERVER ? '' : ' (not run: LECTRA_TEST_OLLAMA_DIR is not set)';

const LIST: JsonSchema = { type: 'array', items: { enum: ['red', 'green', 'blue'] }, minItems: 1_000 };

/** A question whose answer takes long enough to be watched. */
export const LONG_QUESTION = questionOf({
  model: TINY_MODEL,
  schema: LIST,
  schemaName: 'list',
  maxAnswerTokens: 1_500,
});

/** Two servers with the tiny model. */
export interface RealServers {
  /** Ten calls at once. */
  readonly wide: RealOllama;
  /** One call at a time. */
  readonly narrow: RealOllama;
}

/** Starts them before the first test of a group and ends them after the last one. Returns who gives them to a test. */
export function useRealServers(): () => RealServers {
  const started = new AsyncDisposableStack();
  let servers: RealServers | null = null;
  beforeAll(async () => {
    const wide = started.use(await startRealOllama({ slots: 10 }));
    servers = { wide, narrow: started.use(await startRealOllama({ slots: 1 })) };
  });
  afterAll(() => started.disposeAsync());
  return () => {
    if (servers === null) throw new Error('The servers run within the tests of their group alone.');
    return servers;
  };
}
