import {
  ApplicationFailure,
  condition,
  defineUpdate,
  setHandler,
  upsertMemo,
  workflowInfo,
} from '@temporalio/workflow';
import type { PlannedLecture } from '../contract/activities.ts';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import type { ErrorCode } from '../contract/error-codes.ts';
import type { RunPlan } from '../contract/plan.ts';
import { APPROVE_OUTLINE_UPDATE, type Approval } from '../contract/progress.ts';
import type { RunJournal } from './run-journal.ts';

const approveOutline = defineUpdate<void, [ArtifactRef | null]>(APPROVE_OUTLINE_UPDATE);

/**
 * Makes an approval count: checks the outline that came along, null for the one that waits, and keeps it. Throws a failure
 * that tells who approved what is wrong.
 */
type Approve = (outline: ArtifactRef | null) => Promise<PlannedLecture>;

/** Where a run waits until somebody approves its outline. */
export interface ApprovalGate {
  /** Tells whether this run will ask, as soon as its plan is there. */
  readonly expect: (plan: Pick<RunPlan, 'gate' | 'approvedOutline'>) => void;
  /** Waits, and returns the lecture as it was approved. */
  readonly wait: (planned: PlannedLecture, approve: Approve) => Promise<PlannedLecture>;
}

interface Question {
  readonly approve: Approve;
  approved: PlannedLecture | null;
}

const REFUSALS: Readonly<Record<Exclude<Approval, 'waiting'>, (workflowId: string) => string>> = {
  'not-asked': (id) => `The run ${id} has no gate, so it waits for no approval; --gate at the start gives it one.`,
  ahead: (id) => `The outline of the run ${id} is not there yet; approve it when \`lectra status\` says that it waits.`,
  checking: (id) => `Another approval of the run ${id} is being checked right now.`,
  approved: (id) => `The outline of the run ${id} was approved already, and it is made as approved.`,
};

/** Opens the gate of a run: one approval is accepted, and only while it waits; a bad outline leaves it waiting. */
export function createApprovalGate(journal: RunJournal): ApprovalGate {
  let question: Question | null = null;
  const tell = (approval: Approval) => journal.name({ approval });

  setHandler<void, [ArtifactRef | null], typeof approveOutline>(
    approveOutline,
    async (outline: ArtifactRef | null | undefined) => {
      const asked = question;
      if (asked === null) throw refuse('ahead');
      tell('checking');
      try {
        // An update from the Temporal CLI may come without any input.
        asked.approved = await asked.approve(outline ?? null);
        tell('approved');
      } catch (error) {
        // The run may have stopped waiting meanwhile.
        if (question === asked) tell('waiting');
        throw error;
      }
    },
    {
      description: 'Lets the run go on: null for the outline that waits, or a reference to an edited one.',
      validator: () => {
        const { approval } = journal.snapshot();
        if (approval !== 'waiting') throw refuse(approval);
      },
    },
  );

  return {
    expect: ({ approvedOutline, gate }) => {
      if (approvedOutline !== null) tell('approved');
      else tell(gate ? 'ahead' : 'not-asked');
    },
    wait: async (planned, approve) => {
      const asked: Question = { approve, approved: null };
      question = asked;
      show(journal, planned, 'waiting');
      try {
        await condition(() => asked.approved !== null);
      } finally {
        question = null;
        if (asked.approved === null) tell('ahead');
      }
      const lecture = asked.approved ?? planned;
      show(journal, lecture, 'approved');
      return lecture;
    },
  };
}

/** The memo is read where no worker answers a query. */
function show(journal: RunJournal, { outline, slides, title }: PlannedLecture, approval: 'waiting' | 'approved'): void {
  const about = { title, slideCount: slides.length, approval, outline };
  journal.name(about);
  upsertMemo(about);
}

function refuse(approval: Exclude<Approval, 'waiting'>): ApplicationFailure {
  return ApplicationFailure.create({
    message: REFUSALS[approval](workflowInfo().workflowId),
    type: 'APPROVAL_REFUSED' satisfies ErrorCode,
    nonRetryable: true,
  });
}
