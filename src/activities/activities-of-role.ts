import type { Activities } from '../contract/activities.ts';
import type { ActivityName } from '../contract/activity-stages.ts';
import type { WorkerRole } from '../contract/queues.ts';

/** Steps that a model does on the GPU queue and that the writer without a model does on the media queue. */
const WRITING: readonly ActivityName[] = ['writeOutline', 'writeSlide', 'tagNarration'];

const ROLE_ACTIVITIES: Readonly<Record<WorkerRole, readonly ActivityName[]>> = {
  workflow: [],
  gpu: ['probeWriter', ...WRITING],
  network: ['probeVoice', 'researchTopic', 'probePictures', 'searchPictures', 'fetchPicture', 'speakSlide'],
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

/** Returns the activities that a worker of this role registers. */
export function activitiesOfRole(activities: Activities, role: WorkerRole): Partial<Activities> {
  return Object.fromEntries(ROLE_ACTIVITIES[role].map((name) => [name, activities[name]]));
}
