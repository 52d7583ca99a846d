import { getJson, putJson } from '../artifacts/json-artifacts.ts';
import type { Activities } from '../contract/activities.ts';
import { slideNarrationSchema } from '../contract/schemas/narration.ts';
import { slideScriptSchema } from '../contract/schemas/slide-script.ts';
import { buildNarration } from '../narration/build-narration.ts';
import { narrationFingerprint } from '../narration/narration-fingerprint.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { defineActivity } from './run-activity.ts';

/** Stage 5, Build Narration Text: what is said on one slide, as written and as handed to a voice. */
export function createNarrationActivities({ store }: ActivityDeps): Pick<Activities, 'buildNarration'> {
  return {
    buildNarration: defineActivity(store, {
      name: 'buildNarration',
      ingredients: ({ script, language }) => ({ code: narrationFingerprint(), script: script.sha256, language }),
      run: async ({ script, language }) => {
        const narration = buildNarration(await getJson(store, script, slideScriptSchema), language);
        return { value: { narration: await putJson(store, narration, slideNarrationSchema) } };
      },
    }),
  };
}
