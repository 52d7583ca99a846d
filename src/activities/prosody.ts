import { getJson, putJson } from '../artifacts/json-artifacts.ts';
import type { Activities } from '../contract/activities.ts';
import { slideNarrationSchema, taggedNarrationSchema } from '../contract/schemas/narration.ts';
import { narrationFingerprint } from '../narration/narration-fingerprint.ts';
import { tagByRule } from '../narration/tag-by-rule.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { defineActivity } from './run-activity.ts';

/** Stage 6, Tag Narration: rate, pitch and pauses for each sentence. */
export function createProsodyActivities({ store }: ActivityDeps): Pick<Activities, 'tagNarration'> {
  return {
    tagNarration: defineActivity(store, {
      name: 'tagNarration',
      ingredients: ({ narration, writer, ratePercent, pitchSemitones }) => ({
        code: narrationFingerprint(),
        narration: narration.sha256,
        writer: writer.writer,
        model: writer.model,
        ratePercent,
        pitchSemitones,
      }),
      run: async ({ narration, ratePercent, pitchSemitones }) => {
        const tagged = tagByRule(await getJson(store, narration, slideNarrationSchema), {
          ratePercent,
          pitchSemitones,
        });
        return { value: { tagged: await putJson(store, tagged, taggedNarrationSchema) } };
      },
    }),
  };
}
