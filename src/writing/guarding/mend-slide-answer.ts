import type { SlideAnswer } from '../answers/slide-answer.ts';
import { findWritingLanguage } from '../extractive/languages/find-writing-language.ts';
import { cutToPoint } from '../extractive/wording/cut-to-point.ts';
import { checkSlideAnswer } from './check-slide-answer.ts';
import type { SlideContext } from './guarding-context.ts';
import { type GuardingRule, type Mended, type Problem, remedyOf } from './guarding-rules.ts';
import { describeChange, mendUntilSound, problemsByIndex } from './mend-until-sound.ts';
import { assignSupports } from './slides/assign-supports.ts';
import { completeCitations } from './slides/complete-citations.ts';
import { sentencesToCut } from './slides/cut-narration.ts';
import { renumberSupports, withoutIndices } from './slides/drop-shown.ts';
import { mapSlideTexts } from './slides/map-slide-texts.ts';
import { showRowsInstead } from './slides/show-rows-instead.ts';
import { tidyMarkup } from './texts/tidy-markup.ts';

const LEFT_OUT = 'it was left out';
const FEWEST_SHOWN = 2;
/** Paths of what a slide shows instead of rows, where nothing can be left out. */
const WHOLE_EXHIBIT = /^(?:figure|quote|term|meaning|says|columns\b.*|rows)$/u;

type Step = (answer: SlideAnswer, problems: readonly Problem[], context: SlideContext) => Mended<SlideAnswer> | null;

/** In this order: what is tidied first may need no more. */
const STEPS: readonly Step[] = [
  tidyMarks,
  clearNames,
  dropSentences,
  dropShown,
  replaceExhibit,
  cutLength,
  mendPicture,
  settleLinks,
];

/**
 * Mends a slide by leaving out what cannot stand, never by words of its own: sentences, rows, table rows, keywords. A table,
 * chart, figure or quotation that cannot be shown becomes rows made of the narration. Null when fewer than two rows, half
 * of the narration or a whole text in the wrong language are left.
 */
export function mendSlideAnswer(answer: SlideAnswer, context: SlideContext): Mended<SlideAnswer> | null {
  return mendUntilSound(answer, {
    check: (each) => checkSlideAnswer(each, context),
    step: (each, problems) => {
      const mended: Mended<SlideAnswer> = { answer: each, changes: [] };
      for (const step of STEPS) {
        const next = step(mended.answer, problems, context);
        if (next === null) return null;
        if (next.answer === mended.answer) continue;
        // Paths of problems are those of the answer as it came: one step that moves things is enough for a round.
        return next;
      }
      return mended;
    },
  });
}

const has = (problems: readonly Problem[], ...rules: readonly GuardingRule[]): boolean =>
  problems.some(({ rule }) => rules.includes(rule));

const graveOf = (problems: readonly Problem[]): Problem[] => problems.filter((problem) => remedyOf(problem) === 'mend');

function tidyMarks(answer: SlideAnswer, problems: readonly Problem[]): Mended<SlideAnswer> {
  return { answer: has(problems, 'markup') ? mapSlideTexts(answer, tidyMarkup) : answer, changes: [] };
}

/** Who said it, where, and a unit may be empty. */
function clearNames(answer: SlideAnswer, problems: readonly Problem[]): Mended<SlideAnswer> {
  const wrong = graveOf(problems).filter(({ path }) => path === 'who' || path === 'where' || path === 'unit');
  if (wrong.length === 0) return { answer, changes: [] };
  const empty = Object.fromEntries(wrong.map(({ path }) => [path, '']));
  return { answer: { ...answer, ...empty }, changes: wrong.map((problem) => describeChange(problem, LEFT_OUT)) };
}

function dropSentences(answer: SlideAnswer, problems: readonly Problem[]): Mended<SlideAnswer> | null {
  const wrong = problemsByIndex(
    graveOf(problems).filter(({ path }) => path.endsWith('.text')),
    'narration',
  );
  if (wrong.size === 0) return { answer, changes: [] };
  const narration = withoutIndices(answer.narration, new Set(wrong.keys()));
  if (narration.length === 0) return null;
  return {
    answer: { ...answer, narration },
    changes: [...wrong.values()].map((problem) => describeChange(problem, LEFT_OUT)),
  };
}

/** Rows, rows of a table, bars: what is wrong is left out while two stay. A long row is cut where a clause ends. */
function dropShown(
  answer: SlideAnswer,
  problems: readonly Problem[],
  context: SlideContext,
): Mended<SlideAnswer> | null {
  const { items, points, rows } = answer;
  const shorter = shortenPoints(answer, problems, context);
  if (shorter !== null) return shorter;
  const field = points !== undefined ? 'points' : rows !== undefined ? 'rows' : 'items';
  const list = points ?? rows ?? items ?? [];
  const wrong = problemsByIndex(graveOf(problems), field);
  const unspoken =
    points === undefined
      ? []
      : [
          ...problemsByIndex(
            problems.filter(({ rule }) => rule === 'point-unspoken'),
            'points',
          ),
        ];
  const spare = unspoken.slice(0, Math.max(0, list.length - wrong.size - FEWEST_SHOWN));
  const dropped = new Map([...wrong, ...spare]);
  if (dropped.size === 0) return { answer, changes: [] };
  if (list.length - dropped.size < FEWEST_SHOWN)
    return points === undefined ? toRows(answer, [...wrong.values()], context) : null;
  const indices = new Set(dropped.keys());
  return {
    answer: {
      ...answer,
      ...(points === undefined ? {} : { points: withoutIndices(points, indices) }),
      ...(rows === undefined ? {} : { rows: withoutIndices(rows, indices) }),
      ...(items === undefined ? {} : { items: withoutIndices(items, indices) }),
      narration: items === undefined ? renumberSupports(answer.narration, indices) : answer.narration,
    },
    changes: [...dropped.values()].map((problem) => describeChange(problem, LEFT_OUT)),
  };
}

function shortenPoints(
  answer: SlideAnswer,
  problems: readonly Problem[],
  context: SlideContext,
): Mended<SlideAnswer> | null {
  const language = findWritingLanguage(context.language);
  const { points } = answer;
  if (language === null || points === undefined) return null;
  const changes: string[] = [];
  const cut = points.map((point, index) => {
    const long = problems.find(
      ({ path, rule }) => path === `points[${index}]` && (rule === 'long-point' || rule === 'runaway-point'),
    );
    const shorter = long === undefined ? null : cutToPoint(point, language);
    if (long === undefined || shorter === null || shorter.length >= point.length) return point;
    changes.push(describeChange(long, 'it was cut'));
    return shorter;
  });
  return changes.length === 0 ? null : { answer: { ...answer, points: cut }, changes };
}

function replaceExhibit(
  answer: SlideAnswer,
  problems: readonly Problem[],
  context: SlideContext,
): Mended<SlideAnswer> | null {
  if (answer.points !== undefined) return { answer, changes: [] };
  const wrong = graveOf(problems).filter(({ path }) => WHOLE_EXHIBIT.test(path));
  return wrong.length === 0 ? { answer, changes: [] } : toRows(answer, wrong, context);
}

function toRows(answer: SlideAnswer, wrong: readonly Problem[], context: SlideContext): Mended<SlideAnswer> | null {
  const [first] = wrong;
  const instead = showRowsInstead(answer, context);
  if (instead === null || first === undefined) return null;
  return { answer: instead, changes: [describeChange(first, 'the slide shows rows instead')] };
}

function cutLength(answer: SlideAnswer, problems: readonly Problem[], { words }: SlideContext): Mended<SlideAnswer> {
  const long = problems.find(({ rule }) => rule === 'too-long' || rule === 'far-too-long');
  const cut = long === undefined || words === null ? new Set<number>() : sentencesToCut(answer, words);
  if (long === undefined || cut.size === 0) return { answer, changes: [] };
  const done = cut.size === 1 ? 'one sentence was left out' : `${cut.size} sentences were left out`;
  return {
    answer: { ...answer, narration: withoutIndices(answer.narration, cut) },
    changes: [describeChange(long, done)],
  };
}

/** Without a keyword that finds anything there is no picture; a description that cannot stand gives way to the heading. */
function mendPicture(
  answer: SlideAnswer,
  problems: readonly Problem[],
  { heading }: SlideContext,
): Mended<SlideAnswer> {
  const { picture, ...rest } = answer;
  const keywords = problemsByIndex(graveOf(problems), 'picture.keywords');
  const shows = graveOf(problems).find(({ path }) => path === 'picture.shows');
  if (picture === undefined || (keywords.size === 0 && shows === undefined)) return { answer, changes: [] };
  const left = withoutIndices(picture.keywords, new Set(keywords.keys()));
  const changes = [...keywords.values(), ...(shows === undefined ? [] : [shows])].map((problem) =>
    describeChange(problem, LEFT_OUT),
  );
  if (left.length === 0) return { answer: rest, changes: [...changes, 'The slide has no picture.'] };
  return {
    answer: { ...answer, picture: { keywords: left, shows: shows === undefined ? picture.shows : heading } },
    changes,
  };
}

/** Which row a sentence speaks about, and which passages are used: code can tell. */
function settleLinks(answer: SlideAnswer, problems: readonly Problem[], context: SlideContext): Mended<SlideAnswer> {
  const isMoved = has(problems, 'support-nowhere', 'support-missing');
  const isUncited = has(problems, 'passage-uncited', 'citation-twice');
  if (!isMoved && !isUncited) return { answer, changes: [] };
  return {
    answer: {
      ...answer,
      narration: isMoved ? assignSupports(answer, context.language) : answer.narration,
      ...(isUncited ? { citations: [...completeCitations(answer, context)] } : {}),
    },
    changes: [],
  };
}
