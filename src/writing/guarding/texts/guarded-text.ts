/**
 * What a text is for. Names of things (cells, labels, terms) and verbatim quotations are judged more mildly than prose;
 * a topic is what a slide covers, which may be a name but must be about something.
 */
export type TextRole = 'heading' | 'row' | 'sentence' | 'plan' | 'topic' | 'name' | 'verbatim';

/** One text of an answer. */
export interface GuardedText {
  /** Where it stands in the answer: "points[1]". */
  readonly path: string;
  readonly role: TextRole;
  readonly text: string;
}

const CALLED: Readonly<Record<TextRole, string>> = {
  heading: 'heading',
  row: 'row',
  sentence: 'sentence',
  plan: 'text',
  topic: 'topic',
  name: 'text',
  verbatim: 'quotation',
};

/** Returns "the sentence" or the like: how messages call a text. */
export const callText = ({ role }: GuardedText): string => `the ${CALLED[role]}`;

/** Whether a text is prose of the lecture: it must be in its language. */
export const isProse = ({ role }: GuardedText): boolean => role !== 'topic' && role !== 'name' && role !== 'verbatim';
