import { createHash } from 'node:crypto';
import { createRandom } from '../../../../src/deck/seeds/create-random.ts';
import type { AnswerHook } from '../compose-answer.ts';
import { type LectureQuestion, readLectureQuestion } from './lecture-question.ts';
import { createWordMill } from './word-mill.ts';
import { writeOutline } from './write-outline.ts';
import { writeSlide } from './write-slide.ts';
import { writeTags } from './write-tags.ts';

/**
 * Answers as a competent model does: sound plans, slides and tags in English or Hindi that obey the schema and the wanted
 * length, and `undefined` for requests of another kind. Equal requests get equal answers.
 */
export const answerLectures: AnswerHook = (request) => {
  const question = readLectureQuestion(request);
  if (question === null) return undefined;
  const { format, messages, model, options } = request;
  const text = JSON.stringify([model, messages, format, options.seed ?? null]);
  const random = createRandom(createHash('sha256').update(text).digest().readInt32LE(0));
  return answerQuestion(question, random);
};

function answerQuestion(question: LectureQuestion, random: () => number): unknown {
  const mill = createWordMill(question.language, random);
  switch (question.kind) {
    case 'outline':
      return writeOutline(question, mill);
    case 'slide':
      return writeSlide(question, mill, random);
    case 'tags':
      return writeTags(question, random);
  }
}
