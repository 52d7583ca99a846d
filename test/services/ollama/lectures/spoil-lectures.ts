import { createHash } from 'node:crypto';
import { createRandom } from '../../../../src/deck/seeds/create-random.ts';
import type { AnswerHook } from '../compose-answer.ts';
import { isRecord } from '../is-record.ts';

type Answer = Record<string, unknown>;

/** What small models do to a slide that is sound else. */
const FLAWS: readonly ((answer: Answer) => Answer)[] = [
  // An invented year.
  (answer) => withSentence(answer, 'All of this was measured for the first time in 1873.'),
  // A greeting in the middle.
  (answer) => withSentence(answer, 'Hello everyone, and welcome back to our lecture.'),
  // The same sentence again.
  (answer) => withSentence(answer, String(listOf(answer.narration).at(0)?.text ?? '')),
  // The same point again.
  (answer) => ('points' in answer ? { ...answer, points: repeatFirst(answer.points) } : answer),
  // A word of the prompt.
  (answer) => withSentence(answer, 'As passage p1 says, this is what the source text tells us.'),
  // A sentence that speaks of the model.
  (answer) => withSentence(answer, 'As an AI language model I cannot say more about it.'),
];

/** Adds a flaw to that share of the slides that `answer` gives. Equal requests get equal flaws. */
export function spoilLectures(answer: AnswerHook, share: number): AnswerHook {
  return (request) => {
    const value = answer(request);
    if (!isRecord(value) || !('narration' in value)) return value;
    const text = JSON.stringify(['flaw', request.messages, request.options.seed ?? null]);
    const random = createRandom(createHash('sha256').update(text).digest().readInt32LE(0));
    const flaw = FLAWS[Math.floor(random() * FLAWS.length)];
    return flaw === undefined || random() >= share ? value : flaw(value);
  };
}

function withSentence(answer: Answer, text: string): Answer {
  const [first, ...rest] = listOf(answer.narration);
  return { ...answer, narration: [first, { text, supports: first?.supports ?? null }, ...rest] };
}

function listOf(value: unknown): readonly Answer[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function repeatFirst(points: unknown): readonly unknown[] {
  return Array.isArray(points) ? [points[0], points[0], ...points.slice(2)] : [];
}
