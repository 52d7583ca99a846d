import type { RunProgress, StageProgress } from '../contract/progress.ts';
import { STAGE_ORDER, type Stage, stageLabel } from '../contract/stages.ts';
import type { Warning } from '../contract/step-result.ts';

/** What a run knows of itself while it goes on: the answer to the `progress` query. */
export interface RunJournal {
  started(stage: Stage): void;
  ended(stage: Stage, outcome: 'done' | 'failed'): void;
  /** True when no step is scheduled or running. */
  isIdle(): boolean;
  warn(warnings: readonly Warning[]): void;
  /** Tells how many steps of a stage there will be, once the outline says so. */
  expect(stage: Stage, steps: number): void;
  /** Forgets the counts: the steps are scheduled anew. */
  startAgain(): void;
  name(about: Partial<About>): void;
  snapshot(): RunProgress;
}

/** What the run is about, and how its gate stands. */
type About = Pick<RunProgress, 'project' | 'title' | 'slideCount' | 'approval' | 'outline'>;

interface Counts {
  expected: number;
  running: number;
  done: number;
}

/** Creates an empty journal that hands its table to `onChange` after every change. It lives inside the workflow, so it is rebuilt by replay and costs no history. */
export function createRunJournal(onChange: (details: string) => void): RunJournal {
  const counts = new Map<Stage, Counts>(STAGE_ORDER.map((stage) => [stage, { expected: 0, running: 0, done: 0 }]));
  const warnings = new Map<string, Warning>();
  let about: About = { project: null, title: null, slideCount: null, approval: 'ahead', outline: null };

  const countsOf = (stage: Stage): Counts => counts.get(stage) ?? { expected: 0, running: 0, done: 0 };
  const progressOf = (stage: Stage): StageProgress => {
    const { expected, running, done } = countsOf(stage);
    return { stage, total: Math.max(expected, running + done), running, done };
  };

  const changed = () => onChange(describe(about, STAGE_ORDER.map(progressOf), [...warnings.values()]));

  return {
    started(stage) {
      countsOf(stage).running += 1;
      changed();
    },
    ended(stage, outcome) {
      const stageCounts = countsOf(stage);
      stageCounts.running -= 1;
      if (outcome === 'done') stageCounts.done += 1;
      changed();
    },
    isIdle: () => [...counts.values()].every(({ running }) => running === 0),
    warn(found) {
      for (const warning of found) warnings.set(`${warning.code} ${warning.message}`, warning);
    },
    expect(stage, steps) {
      const stageCounts = countsOf(stage);
      stageCounts.expected = steps;
    },
    startAgain() {
      for (const stageCounts of counts.values()) Object.assign(stageCounts, { expected: 0, running: 0, done: 0 });
    },
    name(more) {
      about = { ...about, ...more };
      changed();
    },
    snapshot: () => ({ ...about, stages: STAGE_ORDER.map(progressOf), warnings: [...warnings.values()] }),
  };
}

function describe(
  about: Pick<RunProgress, 'project' | 'title' | 'approval'>,
  stages: readonly StageProgress[],
  warnings: readonly Warning[],
): string {
  const rows = stages
    .filter(({ total }) => total > 0)
    .map(({ stage, total, running, done }) => `| ${stageLabel(stage)} | ${done} of ${total} | ${running} |`);
  const notes = warnings.map(({ message }) => `- ${message}`);
  const heading = `**${about.title ?? about.project ?? 'Lecture'}**`;
  const gate =
    about.approval === 'waiting'
      ? ['', `The outline waits for approval: \`lectra approve ${about.project ?? '<project>'}\`.`]
      : [];
  return [heading, ...gate, '', '| Stage | Done | Running |', '|---|---|---|', ...rows, '', ...notes].join('\n');
}
