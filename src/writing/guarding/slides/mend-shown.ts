import type { SlideAnswer } from '../../answers/slide-answer.ts';
import { findWritingLanguage } from '../../extractive/languages/find-writing-language.ts';
import { plainWords } from '../../extractive/wording/content-stems.ts';
import { cutToPoint, softPoint } from '../../extractive/wording/cut-to-point.ts';
import type { SlideContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { problemsByIndex } from '../mend-until-sound.ts';
import { type Change, changeOf, type MendStep } from '../telling/change.ts';
import { withoutIndices } from '../without-indices.ts';
import { renumberSupports } from './renumber-supports.ts';
import { showRowsInstead } from './show-rows-instead.ts';
import { graveOf } from './slide-step.ts';

const FEWEST_SHOWN = 2;
/** Paths of what a slide shows instead of rows, where nothing can be left out. */
const WHOLE_EXHIBIT = /^(?:figure|quote|term|meaning|says|columns\b.*|rows)$/u;

/** Rows, rows of a table, bars: what is wrong is left out while two stay. A long row is cut where a clause ends. */
export function dropShown(
  answer: SlideAnswer,
  problems: readonly Problem[],
  context: SlideContext,
): MendStep<SlideAnswer> | null {
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
    return points === undefined ? toRows(answer, [...wrong.values()], context) : cutRunaways(answer, wrong, context);
  const indices = new Set(dropped.keys());
  return {
    answer: {
      ...answer,
      ...(points === undefined ? {} : { points: withoutIndices(points, indices) }),
      ...(rows === undefined ? {} : { rows: withoutIndices(rows, indices) }),
      ...(items === undefined ? {} : { items: withoutIndices(items, indices) }),
      narration: items === undefined ? renumberSupports(answer.narration, indices) : answer.narration,
    },
    changes: [...dropped.values()].map((problem) => changeOf(problem, 'left-out')),
  };
}

/** Shows rows instead of an exhibit that cannot be shown as a whole; null when the narration bears none. */
export function replaceExhibit(
  answer: SlideAnswer,
  problems: readonly Problem[],
  context: SlideContext,
): MendStep<SlideAnswer> | null {
  if (answer.points !== undefined) return { answer, changes: [] };
  const wrong = graveOf(problems).filter(({ path }) => WHOLE_EXHIBIT.test(path));
  return wrong.length === 0 ? { answer, changes: [] } : toRows(answer, wrong, context);
}

/**
 * Cuts rows that run away within a clause, where the slide cannot spare them; null when one cannot be cut or is wrong
 * otherwise.
 */
function cutRunaways(
  answer: SlideAnswer,
  wrong: ReadonlyMap<number, Problem>,
  context: SlideContext,
): MendStep<SlideAnswer> | null {
  const language = findWritingLanguage(context.language);
  if (language === null || [...wrong.values()].some(({ rule }) => rule !== 'runaway-point')) return null;
  const points = (answer.points ?? []).map((point, index) => (wrong.has(index) ? softPoint(point, language) : point));
  if (points.includes(null)) return null;
  return {
    answer: { ...answer, points: points.filter((point) => point !== null) },
    changes: [...wrong].map(([index, problem]) => changeOf(problem, 'cut', points[index])),
  };
}

function shortenPoints(
  answer: SlideAnswer,
  problems: readonly Problem[],
  context: SlideContext,
): MendStep<SlideAnswer> | null {
  const language = findWritingLanguage(context.language);
  const { points } = answer;
  if (language === null || points === undefined) return null;
  const changes: Change[] = [];
  const cut = points.map((point, index) => {
    const long = problems.find(
      ({ path, rule }) => path === `points[${index}]` && (rule === 'long-point' || rule === 'runaway-point'),
    );
    const shorter = long === undefined ? null : cutToPoint(point, language);
    // Without its full stop alone it is no shorter.
    if (long === undefined || shorter === null || plainWords(shorter).length >= plainWords(point).length) return point;
    changes.push(changeOf(long, 'cut', shorter));
    return shorter;
  });
  return changes.length === 0 ? null : { answer: { ...answer, points: cut }, changes };
}

function toRows(answer: SlideAnswer, wrong: readonly Problem[], context: SlideContext): MendStep<SlideAnswer> | null {
  const [first] = wrong;
  const instead = showRowsInstead(answer, context);
  if (instead === null || first === undefined) return null;
  return {
    answer: instead,
    changes: [changeOf({ ...first, path: first.path.replace(/[.[].*$/u, '') }, 'gave way to rows')],
  };
}
