import type { Activities } from '../contract/activities.ts';
import { slideNarrationSchema, taggedNarrationSchema } from '../contract/schemas/narration.ts';
import { slideScriptSchema } from '../contract/schemas/slide-script.ts';
import { buildNarration } from '../narration/build-narration.ts';
import { narrationFingerprint } from '../narration/narration-fingerprint.ts';
import { parseSegments } from '../narration/parse-segments.ts';
import { tagByRule } from '../narration/tag-by-rule.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { getJson, putJson } from './json-artifacts.ts';
import { defineActivity } from './run-activity.ts';

/** Stages 5 to 7: the text for speaking, its prosody tags, and the segments that a speech engine is asked for. */
export function createNarrationActivities({
  store,
}: ActivityDeps): Pick<Activities, 'buildNarration' | 'tagNarration' | 'parseSegments'> {
  return {
    buildNarration: defineActivity(store, {
      name: 'buildNarration',
      ingredients: ({ script, language }) => ({ code: narrationFingerprint(), script: script.sha256, language }),
      run: async ({ script, language }) => {
        const narration = buildNarration(await getJson(store, script, slideScriptSchema), language);
        return { value: { narration: await putJson(store, narration) } };
      },
    }),
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
        return { value: { tagged: await putJson(store, tagged) } };
      },
    }),
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
        return { value: { segments: await putJson(store, parsed), segmentCount: parsed.segments.length } };
      },
    }),
  };
}
