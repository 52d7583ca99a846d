import { createLogUpdate } from 'log-update';
import { describeIdleQueue, describePausedStep } from '../jobs/describe-trouble.ts';
import { describeModelProgress } from '../jobs/model-progress.ts';
import type { RunEvent, RunSnapshot } from '../jobs/run-snapshot.ts';
import { formatStageLine } from '../report/format-stage-line.ts';
import type { CliContext } from './cli-context.ts';
import { drawRun } from './draw-run.ts';

/** The clock shows whole seconds; four looks a second keep it from skipping one. */
const REDRAW_EVERY_MS = 250;

/** What the drawing itself tells. */
const DRAWN_EVENTS: readonly RunEvent['type'][] = [
  'stage-ended',
  'outline-ready',
  'model-progressed',
  'approval-awaited',
];

const NO_NEWS = 'No news for 12 s; the run goes on by itself, and this command asks on.';

/** Shows people what a run does: drawn over itself on a terminal, line by line elsewhere. Close it before printing. */
export interface RunDisplay extends Disposable {
  /** A sentence from outside the run, such as the progress of starting the service. */
  readonly say: (message: string) => void;
  readonly show: (event: RunEvent) => void;
  /** Lines that stay where they are, above what is drawn anew. */
  readonly print: (text: string) => void;
  /** Replaces the last line of the live display. */
  readonly hint: (message: string) => void;
}

type Screen = Pick<CliContext, 'stderr' | 'isInteractive' | 'columns' | 'hasColor' | 'nowMs'>;

/** Creates the display that fits the terminal. */
export function createRunDisplay(screen: Screen): RunDisplay {
  return screen.isInteractive ? createLiveDisplay(screen) : createLineDisplay(screen);
}

function createLineDisplay({ stderr }: Screen): RunDisplay {
  const say = (message: string) => void stderr.write(`${message}\n`);
  return {
    say,
    print: say,
    // A log has no last line to keep.
    hint: () => undefined,
    show: (event) => {
      const line = toLine(event);
      if (line !== null) say(line);
    },
    [Symbol.dispose]: () => undefined,
  };
}

function createLiveDisplay(screen: Screen): RunDisplay {
  const update = createLogUpdate(screen.stderr);
  const notes: string[] = [];
  let snapshot: RunSnapshot | null = null;
  let hint = '';
  let message = '';
  const redraw = () => {
    const columns = screen.columns();
    if (snapshot !== null) update(drawRun({ snapshot, notes, hint, columns, ...timeAndColor(screen) }));
    else if (message !== '') update(`  ${message.slice(0, columns - 3)}`);
  };
  const keep = (text: string) => {
    update.clear();
    screen.stderr.write(`${text}\n`);
    redraw();
  };
  const clock = setInterval(redraw, REDRAW_EVERY_MS);
  return {
    say: (text) => {
      if (snapshot === null) message = text;
      else notes.push(text);
      redraw();
    },
    print: keep,
    hint: (text) => {
      hint = text;
      redraw();
    },
    show: (event) => {
      if ('snapshot' in event) snapshot = event.snapshot;
      // Below the outline that asked for it, so that what stays on the screen is the whole story.
      else if (event.type === 'outline-approved') keep(`${toLine(event)}\n`);
      else if (event.type === 'news-missing') notes.push(NO_NEWS);
      // What is over needs no sentence, let alone two.
      else if (event.type === 'news-resumed') notes.splice(notes.lastIndexOf(NO_NEWS), 1);
      else if (!DRAWN_EVENTS.includes(event.type)) notes.push(toLine(event) ?? '');
      redraw();
    },
    [Symbol.dispose]: () => {
      clearInterval(clock);
      update.clear();
      update.done();
    },
  };
}

function timeAndColor(screen: Screen) {
  return { nowMs: screen.nowMs(), hasColor: screen.hasColor };
}

function toLine(event: RunEvent): string | null {
  switch (event.type) {
    case 'outline-ready':
      return `"${event.title}", ${event.slideCount} slides`;
    case 'outline-approved':
      return `Approved: "${event.title}", ${event.slideCount} slides`;
    case 'stage-ended':
      return formatStageLine(event.stage, event.seconds);
    case 'warning-raised':
      return event.warning.message;
    case 'model-progressed':
      return describeModelProgress(event.progress);
    case 'step-retried':
      return describeRetry(event);
    case 'step-paused':
      return describePausedStep(event.workflowId, event.step);
    case 'queue-unattended':
      return describeIdleQueue(event.queue);
    case 'news-missing':
      return NO_NEWS;
    case 'news-resumed':
      return 'The service answers again.';
    // The outline itself is shown, and how to approve it.
    case 'approval-awaited':
    case 'run-found':
    case 'progress-changed':
    case 'run-stuck':
    case 'run-ended':
      return null;
  }
}

function describeRetry({ attempt, label, reason, waitMs }: Extract<RunEvent, { type: 'step-retried' }>): string {
  const when = waitMs === null ? 'Again' : `Again in ${Math.round(waitMs / 1_000)} s`;
  return `${when}, attempt ${attempt}: ${label}${reason === null ? '' : ` (${reason})`}`;
}
