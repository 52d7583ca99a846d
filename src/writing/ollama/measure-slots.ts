import { allOrNone } from '../../platform/all-or-none.ts';
import type { JsonSchema } from '../model-transport.ts';
import { askOllama } from './ask-ollama.ts';
import type { ChosenModel } from './choose-ollama-model.ts';
import type { CalledOllama } from './ollama-door.ts';
import { steadyRequest } from './steady-request.ts';

const QUESTION = 'Write colours, one after the other.';
/** Holds every model to an answer that is longer than any that is waited for; one that may stop would tell nothing. */
const LONG_LIST: JsonSchema = { type: 'array', items: { enum: ['red', 'green', 'blue'] }, minItems: 1_000 };

export interface SlotMeasurement {
  readonly model: Pick<ChosenModel, 'facts' | 'name'>;
  /** Calls to make at once. */
  readonly calls: number;
  /**
   * Length of each answer: long enough that streams which may overlap do, short enough for a processor without a graphics
   * card. Default: 96.
   */
  readonly tokens?: number;
}

/** When the pieces of one answer came, in milliseconds, in order. */
export type StreamTimes = readonly number[];

/** Returns how many of `calls` calls at once a loaded model answers at the same time. Throws by `toOllamaError`. */
export async function measureSlots(
  setup: CalledOllama,
  { calls, model, tokens = 96 }: SlotMeasurement,
  signal: AbortSignal,
): Promise<number> {
  const { facts, name } = model;
  const steady = steadyRequest(name, facts, setup.contextTokens);
  const options = { ...steady.options, num_predict: tokens, temperature: 0 };
  const messages = [{ role: 'user', content: QUESTION }];
  const stream = (ended: AbortSignal): Promise<StreamTimes> =>
    askOllama(
      setup,
      async (client) => {
        const times: number[] = [];
        for await (const _part of await client.chat({
          ...steady,
          messages: [...messages],
          format: LONG_LIST,
          options: { ...options },
        })) {
          times.push(setup.now());
        }
        return times;
      },
      ended,
      name,
    );
  const streams = Array.from({ length: calls }, () => stream);
  return mostAtOnce(await allOrNone(streams, signal));
}

/**
 * Returns how many streams ran at once, looked at in the middle of each: the last piece of one and the first of the next
 * may arrive in any order.
 */
export function mostAtOnce(streams: readonly StreamTimes[]): number {
  const spans = streams.flatMap((times) => {
    const [firstMs] = times;
    const lastMs = times.at(-1);
    const middleMs = times[Math.floor(times.length / 2)];
    return firstMs === undefined || lastMs === undefined || middleMs === undefined
      ? []
      : [{ firstMs, middleMs, lastMs }];
  });
  const atMiddleOf = ({ middleMs }: (typeof spans)[number]) =>
    spans.filter(({ firstMs, lastMs }) => firstMs <= middleMs && middleMs <= lastMs).length;
  return Math.max(0, ...spans.map(atMiddleOf));
}
