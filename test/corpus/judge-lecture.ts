import type { CorpusDocument } from './corpus-document.ts';
import type { Finding, Rule } from './finding.ts';
import type { CorpusLecture } from './make-lecture.ts';
import { judgeCount } from './rules/judge-count.ts';
import { judgeCoverage } from './rules/judge-coverage.ts';
import { judgeExpectations } from './rules/judge-expectations.ts';
import { judgeFit } from './rules/judge-fit.ts';
import { judgeLength } from './rules/judge-length.ts';
import { judgeOrigin } from './rules/judge-origin.ts';
import { judgePronouns } from './rules/judge-pronouns.ts';
import { judgeReferences } from './rules/judge-references.ts';
import { judgeRepeats } from './rules/judge-repeats.ts';
import { judgeShape } from './rules/judge-shape.ts';
import { judgeVariety } from './rules/judge-variety.ts';

/** By the name that a finding shows. */
const RULES: Readonly<Record<string, Rule>> = {
  expected: judgeExpectations,
  shape: judgeShape,
  origin: judgeOrigin,
  coverage: judgeCoverage,
  repeat: judgeRepeats,
  pronoun: judgePronouns,
  reference: judgeReferences,
  length: judgeLength,
  count: judgeCount,
  variety: judgeVariety,
  fit: judgeFit,
};

/** Returns everything that is wrong with a lecture, by rule and slide. */
export function judgeLecture(lecture: CorpusLecture, expected: CorpusDocument): Finding[] {
  return Object.entries(RULES).flatMap(([rule, judge]) =>
    judge(lecture, expected).map((found) => ({ rule, ...found })),
  );
}
