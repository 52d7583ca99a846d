import type { ServiceClock } from '../service-clock.ts';
import type { SpeedProfile } from '../speed-profile.ts';
import { type AnswerHook, composeAnswer, promptOf } from './compose-answer.ts';
import type { DecodePace } from './decode-pace.ts';
import { type GenerationRequest, runnerKeyOf } from './generation-request.ts';
import type { OllamaFault } from './ollama-fault.ts';
import { type OllamaModel, withTag } from './ollama-model.ts';
import { OllamaRefusal } from './ollama-refusal.ts';
import type { ProseLanguage } from './prose.ts';
import type { Runners } from './runners.ts';
import { checkSchema } from './schema/check-schema.ts';
import { splitTokens } from './split-tokens.ts';

/** What the server counts of a finished answer. Durations in milliseconds. */
export interface GenerationCounts {
  readonly totalMs: number;
  readonly loadMs: number;
  readonly promptTokens: number;
  readonly promptMs: number;
  readonly answerTokens: number;
  readonly answerMs: number;
}

/** A piece of an answer. A generation that ends without `done` was cut. */
export type GenerationPart =
  | { readonly kind: 'token'; readonly isThinking: boolean; readonly text: string }
  | {
      readonly kind: 'done';
      readonly reason: 'stop' | 'length' | 'load' | 'unload';
      readonly counts: GenerationCounts | null;
    }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'reset' };

/** What a generation needs of its server. */
export interface GenerationDeps {
  readonly clock: ServiceClock;
  readonly speed: SpeedProfile['ollama'];
  readonly runners: Runners;
  readonly pace: DecodePace;
  readonly findModel: (name: string) => OllamaModel | null;
  /** Context of a request that names none, in tokens. */
  readonly contextTokens: number;
  /** Extra wait of the fault `slow-first-token`. */
  readonly slowFirstTokenMs: number;
  readonly answer: AnswerHook | null;
  readonly language: ProseLanguage | null;
}

const RUNNER_DIED =
  'model runner has unexpectedly stopped, this may be due to resource limitations or an internal error, check ollama server logs for details';

const THOUGHT = 'The question asks for one clear thing, so the answer should name it first and stay short.';

/**
 * Loads the model, waits for a slot, reads the prompt and writes the answer, with one fault or none.
 *
 * @throws OllamaRefusal for what the server refuses before the first token
 * @throws the reason of the signal
 */
export async function* generate(
  request: GenerationRequest,
  fault: OllamaFault | null,
  deps: GenerationDeps,
  signal: AbortSignal,
): AsyncGenerator<GenerationPart, void> {
  const { clock, runners } = deps;
  const startMs = clock.nowMs();
  const model = deps.findModel(request.model);
  if (model === null) throw new OllamaRefusal(404, `model '${request.model}' not found`);
  if (request.think !== null && request.think !== false && model.thinking === 'none') {
    throw new OllamaRefusal(400, `"${request.model}" does not support thinking`);
  }
  if (request.messages.length === 0 && request.keepAliveMs === 0) {
    runners.unload(model.name);
    yield { kind: 'done', reason: 'unload', counts: null };
    return;
  }
  const contextTokens = Math.min(Number(request.options.num_ctx ?? deps.contextTokens), model.contextTokens);
  const lease = await runners.open(
    {
      model: withTag(model.name),
      key: runnerKeyOf(request),
      slotCount: model.isSingleSlot ? 1 : deps.speed.slots,
      contextTokens,
      keepAliveMs: request.keepAliveMs,
    },
    signal,
  );
  try {
    if (request.messages.length === 0) {
      yield { kind: 'done', reason: 'load', counts: null };
      return;
    }
    if (request.format !== null && request.format !== 'json') checkSchema(request.format);
    const prompt = promptOf(request);
    const promptTokens = splitTokens(prompt).length;
    if (promptTokens > contextTokens && !(request.truncate && request.shift)) {
      const sizes = `request (${promptTokens} tokens) exceeds the available context size (${contextTokens} tokens)`;
      throw new OllamaRefusal(400, `${sizes}, try increasing it`);
    }
    const slot = await lease.slots.take(prompt, signal);
    try {
      const readMs = clock.nowMs();
      const keptTokens = Math.min(promptTokens, contextTokens);
      const freshTokens = keptTokens * (1 - slot.cachedChars / prompt.length);
      await clock.sleep((freshTokens / deps.speed.prefillTokensPerSecond) * 1_000, signal);
      if (fault === 'slow-first-token') await clock.sleep(deps.slowFirstTokenMs, signal);

      const writeMs = clock.nowMs();
      const { tokens, reason } = planTokens(request, model, fault, deps, contextTokens - keptTokens);
      const isBroken = fault === 'cut-stream' || fault === 'connection-reset' || fault === 'error-line';
      const sent = isBroken ? tokens.slice(0, Math.ceil(tokens.length / 2)) : tokens;
      let at = 0;
      for await (const count of deps.pace.write(sent.length, signal)) {
        for (const token of sent.slice(at, at + count)) yield token;
        at += count;
      }
      if (fault === 'connection-reset') yield { kind: 'reset' };
      if (fault === 'error-line') yield { kind: 'error', message: RUNNER_DIED };
      if (isBroken) return;

      const counts = {
        totalMs: clock.nowMs() - startMs,
        loadMs: lease.loadMs,
        promptTokens: keptTokens,
        promptMs: writeMs - readMs,
        // The end of the text is a token of its own.
        answerTokens: tokens.length + (reason === 'stop' ? 1 : 0),
        answerMs: clock.nowMs() - writeMs,
      };
      slot.release();
      yield { kind: 'done', reason, counts };
    } finally {
      slot.release();
    }
  } finally {
    lease.release();
  }
}

interface TokenPlan {
  readonly tokens: readonly Extract<GenerationPart, { kind: 'token' }>[];
  readonly reason: 'stop' | 'length';
}

function planTokens(
  request: GenerationRequest,
  model: OllamaModel,
  fault: OllamaFault | null,
  deps: GenerationDeps,
  roomTokens: number,
): TokenPlan {
  const isThinking = model.thinking === 'always' || (model.thinking === 'optional' && request.think !== false);
  // A model that cannot stop thinking, told not to, leaves nothing for an answer with a format.
  const isMuted = model.thinking === 'always' && request.think === false && request.format !== null;
  const content = isMuted ? '' : composeAnswer(request, fault, deps.answer, deps.language);
  const all = [
    ...(isThinking ? splitTokens(THOUGHT) : []).map((text) => ({ kind: 'token', isThinking: true, text }) as const),
    ...splitTokens(content).map((text) => ({ kind: 'token', isThinking: false, text }) as const),
  ];
  const asked = Number(request.options.num_predict ?? -1);
  const wished = asked > 0 ? asked : Number.POSITIVE_INFINITY;
  const most = request.shift ? wished : Math.min(wished, roomTokens);
  return most < all.length ? { tokens: all.slice(0, most), reason: 'length' } : { tokens: all, reason: 'stop' };
}
