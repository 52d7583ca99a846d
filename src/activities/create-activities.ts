import type { Activities } from '../contract/activities.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { createImageActivities } from './images.ts';
import { createNarrationActivities } from './narration.ts';
import { createOutlineActivities } from './outline.ts';
import { createPptxActivities } from './pptx.ts';
import { createPrepareActivities } from './prepare.ts';
import { createProsodyActivities } from './prosody.ts';
import { createPublishActivities } from './publish.ts';
import { createResearchActivities } from './research.ts';
import { createScriptActivities } from './script.ts';
import { createSegmentActivities } from './segments.ts';
import { createSpeechActivities } from './speech.ts';
import { createTimingActivities } from './timings.ts';
import { createVideoActivities } from './video.ts';

/** Creates all activities over what a worker has. Each role registers its own part of them. */
export function createActivities(deps: ActivityDeps): Activities {
  return {
    ...createPrepareActivities(deps),
    ...createResearchActivities(deps),
    ...createOutlineActivities(deps),
    ...createScriptActivities(deps),
    ...createImageActivities(deps),
    ...createPptxActivities(deps),
    ...createNarrationActivities(deps),
    ...createProsodyActivities(deps),
    ...createSegmentActivities(deps),
    ...createSpeechActivities(deps),
    ...createTimingActivities(deps),
    ...createVideoActivities(deps),
    ...createPublishActivities(deps),
  };
}
