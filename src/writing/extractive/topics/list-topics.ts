import type { SourceDocument } from '../../../contract/schemas/source-document.ts';
import type { DocumentMatter } from '../matter/document-matter.ts';
import { plainWords } from '../wording/content-stems.ts';
import type { Topic } from './topic.ts';

const MIN_TABLE_ROWS = 2;

/** Adds up what passages offer. */
export function countMatter(
  passageIds: readonly string[],
  matter: DocumentMatter,
): { readonly wordCount: number; readonly pointCount: number } {
  const counts = passageIds.map((id) => {
    const sentences = matter.byPassage.get(id) ?? [];
    const wordCount = sentences.reduce((sum, one) => sum + one.wordCount, 0);
    const pointCount = sentences.filter((one) => one.point !== null).length;
    const passage = matter.passages.get(id);
    if (passage?.table == null || passage.table.rows.length < MIN_TABLE_ROWS) return { wordCount, pointCount };
    // Its rows fill a slide, though "Venus: 464 °C" is no sentence.
    return {
      wordCount: Math.max(wordCount, plainWords(passage.text).length),
      pointCount: Math.max(pointCount, MIN_TABLE_ROWS),
    };
  });
  return {
    wordCount: counts.reduce((sum, one) => sum + one.wordCount, 0),
    pointCount: counts.reduce((sum, one) => sum + one.pointCount, 0),
  };
}

/** Returns one topic for each run of passages under the same heading, in reading order; empty ones are left out. */
export function listTopics(document: SourceDocument, matter: DocumentMatter): Topic[] {
  const runs: { path: readonly string[]; key: string; ids: string[] }[] = [];
  for (const passage of document.passages) {
    const key = passage.headingPath.join('\u0000');
    const last = runs.at(-1);
    if (last?.key === key) last.ids.push(passage.id);
    else runs.push({ path: passage.headingPath, key, ids: [passage.id] });
  }
  return runs
    .map((run) => ({
      headingPaths: run.path.length === 0 ? [] : [run.path],
      passageIds: run.ids,
      isContinuation: false,
      ...countMatter(run.ids, matter),
    }))
    .filter((topic) => topic.wordCount > 0);
}
