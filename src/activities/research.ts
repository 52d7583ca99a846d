import type { Activities } from '../contract/activities.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { readTopicUp } from './read-topic-up.ts';
import { defineActivity } from './run-activity.ts';

/** Research, a part of Prepare: a topic becomes a document with licences to credit. Nothing here is reused. */
export function createResearchActivities(deps: ActivityDeps): Pick<Activities, 'researchTopic'> {
  return {
    researchTopic: defineActivity(deps.store, {
      name: 'researchTopic',
      ingredients: null,
      run: async ({ plan }, { signal }) => {
        const { plan: value, warnings } = await readTopicUp(deps, plan, signal);
        return { value, warnings };
      },
    }),
  };
}
