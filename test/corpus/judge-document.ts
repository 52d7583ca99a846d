import { InputError } from '../../src/contract/errors.ts';
import type { CorpusDocument } from './corpus-document.ts';
import type { Finding } from './finding.ts';
import { judgeLecture } from './judge-lecture.ts';
import { type CorpusLecture, makeLecture } from './make-lecture.ts';

/** Makes the lecture of a document and judges it; `lecture` is null for a document that is refused. */
export async function judgeDocument(
  document: CorpusDocument,
): Promise<{ readonly lecture: CorpusLecture | null; readonly findings: readonly Finding[] }> {
  const { refusedWith } = document.expect;
  try {
    const lecture = await makeLecture(document);
    if (refusedWith === undefined) return { lecture, findings: judgeLecture(lecture, document) };
    return { lecture, findings: [{ rule: 'refusal', slide: null, text: `is not refused with ${refusedWith}` }] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const isExpected = error.code === refusedWith && /^[^\n]+[.!]$/u.test(error.message);
    const text = `${error.code}: ${error.message}`;
    return { lecture: null, findings: isExpected ? [] : [{ rule: 'refusal', slide: null, text }] };
  }
}
