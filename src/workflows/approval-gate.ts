import { ApplicationFailure, condition, defineUpdate, setHandler, upsertMemo } from '@temporalio/workflow';
import type { PlannedLecture } from '../contract/activities.ts';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import type { ErrorCode } from '../contract/error-codes.ts';
import { APPROVE_OUTLINE_UPDATE, type Approval } from '../contract/progress.ts';
import type { RunJournal } from './run-journal.ts';

const approveOutline = defineUpdate<void, [ArtifactRef | null]>(APPROVE_OUTLINE_UPDATE);

/** Checks an outline that somebody sent; throws a failure that tells them what is wrong with it. */
type TakeOutline = (outline: ArtifactRef) => Promise<PlannedLecture>;

/** Where a run waits until somebody approves its outline. */
export interface ApprovalGate {
  /** Waits, and returns the lecture as it was approved: as it is, or with the outline that came along. */
  readonly wait: (planned: PlannedLecture, take: TakeOutline) => Promise<PlannedLecture>;
}

interface Question {
  readonly planned: PlannedLecture;
  readonly take: TakeOutline;
}

const REFUSALS: Readonly<Record<Exclude<Approval, 'waiting'>, string>> = {
  'not-asked': 'This run does not wait for an approval.',
  checking: 'Another approval of this run is being checked.',
  approved: 'The outline of this run has been approved already.',
};

/** Opens the gate of a run: an approval is accepted only while it waits, and a bad outline leaves it waiting. */
export function createApprovalGate(journal: RunJournal): ApprovalGate {
  let question: Question | null = null;
  let approved: PlannedLecture | null = null;
  const stand = (approval: Approval) => journal.name({ approval });

  setHandler<void, [ArtifactRef | null], typeof approveOutline>(
    approveOutline,
    async (outline) => {
      if (question === null) throw refuse(REFUSALS['not-asked']);
      const { planned, take } = question;
      stand('checking');
      try {
        approved = outline === null ? planned : await take(outline);
      } catch (error) {
        stand('waiting');
        throw error;
      }
      stand('approved');
    },
    {
      validator: () => {
        const { approval } = journal.snapshot();
        if (approval !== 'waiting') throw refuse(REFUSALS[approval]);
      },
    },
  );

  return {
    wait: async (planned, take) => {
      question = { planned, take };
      approved = null;
      const { title, outline, slides } = planned;
      journal.name({ title, slideCount: slides.length, approval: 'waiting', outline });
      upsertMemo({ title, slideCount: slides.length, approval: 'waiting', outline });
      await condition(() => approved !== null);
      const lecture = approved ?? planned;
      journal.name({ outline: lecture.outline });
      upsertMemo({ approval: 'approved', outline: lecture.outline });
      return lecture;
    },
  };
}

function refuse(message: string): ApplicationFailure {
  return ApplicationFailure.create({
    message,
    type: 'APPROVAL_REFUSED' satisfies ErrorCode,
    nonRetryable: true,
  });
}
