import type { Activities } from '../contract/activities.ts';
import type { ActivityName } from '../contract/activity-stages.ts';
import type { ProbedRole, WorkerRole } from '../contract/queues.ts';

/** Steps that a model does on the GPU queue and that the writer without a model does on the media queue. */
const WRITING: readonly ActivityName[] = ['writeOutline', 'writeSlide', 'tagNarration'];

const ROLE_ACTIVITIES: Readonly<Record<WorkerRole, readonly ActivityName[]>> = {
  workflow: [],
  gpu: WRITING,
  network: ['researchTopic', 'searchPictures', 'fetchPicture', 'speakSlide'],
  media: [
    'prepareRun',
    'recordRun',
    'restoreDocument',
    ...WRITING,
    'takeOutline',
    'layOutSlide',
    'buildDeck',
    'buildNarration',
    'parseSegments',
    'speakSlide',
    'assembleNarration',
    'calculateTimings',
    'encodeStills',
    'assembleVideo',
    'publish',
  ],
};

const ROLE_PROBES: Readonly<Record<ProbedRole, readonly ActivityName[]>> = {
  gpu: ['probeWriter'],
  network: ['probeVoice', 'probePictures'],
};

/** Returns the activities of the queue of a role's steps. */
export function activitiesOfRole(activities: Activities, role: WorkerRole): Partial<Activities> {
  return pick(activities, ROLE_ACTIVITIES[role]);
}

/** Returns the activities of the queue of a role's probes. */
export function probesOfRole(activities: Activities, role: ProbedRole): Partial<Activities> {
  return pick(activities, ROLE_PROBES[role]);
}

function pick(activities: Activities, names: readonly ActivityName[]): Partial<Activities> {
  return Object.fromEntries(names.map((name) => [name, activities[name]]));
}
