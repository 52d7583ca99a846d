import type { SourceDocument } from '../../../contract/schemas/source-document.ts';
import type { DocumentMatter } from '../matter/document-matter.ts';
import { listTopics } from './list-topics.ts';
import { mergeTopics } from './merge-topics.ts';
import { splitTopics } from './split-topics.ts';
import type { Topic } from './topic.ts';

/** An introduction shorter than this is spoken on the cover instead of having a slide. */
const MAX_COVER_WORDS = 45;

export interface TopicPlan {
  /** Passages above the first heading, when they are few enough for the cover. */
  readonly coverPassageIds: readonly string[];
  readonly topics: readonly Topic[];
  /** Passages of a last section that sums up; empty when there is none. */
  readonly summaryPassageIds: readonly string[];
}

/** Returns which matter goes where for a deck with at most `contentSlides` content slides; at least one topic. */
export function planTopics(document: SourceDocument, matter: DocumentMatter, contentSlides: number): TopicPlan {
  const all = listTopics(document, matter);
  const lead = all[0];
  const hasCoverLead =
    lead !== undefined && all.length > 1 && lead.headingPaths.length === 0 && lead.wordCount <= MAX_COVER_WORDS;
  const last = all.at(-1);
  const lastTitle = last?.headingPaths[0]?.at(-1) ?? '';
  const hasSummary =
    last !== undefined && all.length > 2 && matter.language.titles.summary.test(lastTitle) && last.pointCount >= 2;
  const body = all.slice(hasCoverLead ? 1 : 0, hasSummary ? -1 : undefined);
  const merged = mergeTopics(body, Math.max(1, contentSlides));
  return {
    coverPassageIds: hasCoverLead ? lead.passageIds : [],
    topics: splitTopics(merged, contentSlides, matter),
    summaryPassageIds: hasSummary ? last.passageIds : [],
  };
}
