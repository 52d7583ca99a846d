import { getJson, putJson } from '../artifacts/json-artifacts.ts';
import type { Activities } from '../contract/activities.ts';
import { slideNarrationSchema, slideSegmentsSchema, taggedNarrationSchema } from '../contract/schemas/narration.ts';
import { narrationFingerprint } from '../narration/narration-fingerprint.ts';
import { parseSegments } from '../narration/parse-segments.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { defineActivity } from './run-activity.ts';

/** Stage 7, Parse Segments: tagged sentences become the pieces that a voice is asked for. */
export function createSegmentActivities({ store }: ActivityDeps): Pick<Activities, 'parseSegments'> {
  return {
    parseSegments: defineActivity(store, {
      name: 'parseSegments',
      ingredients: ({ narration, tagged }) => ({
        code: narrationFingerprint(),
        narration: narration.sha256,
        tagged: tagged.sha256,
      }),
      run: async ({ narration, tagged }) => {
        const parsed = parseSegments(
          await getJson(store, narration, slideNarrationSchema),
          await getJson(store, tagged, taggedNarrationSchema),
        );
        return {
          value: { segments: await putJson(store, parsed, slideSegmentsSchema), segmentCount: parsed.segments.length },
        };
      },
    }),
  };
}
