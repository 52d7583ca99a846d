import { expect, test } from 'vitest';
import { smallPrint } from '../../../../src/writing/drafting/small-print.ts';
import { lectureBrief, lectureOutline } from '../../../fixtures/sample-lecture.ts';

test('A slide tells no folder of the machine, since llama-server and vLLM name a model by its path', () => {
  const brief = { ...lectureBrief({ topic: 'AI' }), model: '/home/jane/models/qwen3-8b.gguf' };
  expect(smallPrint('cover', brief, lectureOutline(brief, []))).toEqual([
    'Written by the language model qwen3-8b.gguf with Lectra.',
  ]);
});
