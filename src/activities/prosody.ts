import { getJson, putJson } from '../artifacts/json-artifacts.ts';
import type { Activities } from '../contract/activities.ts';
import { slideNarrationSchema, type TaggedNarration, taggedNarrationSchema } from '../contract/schemas/narration.ts';
import { narrationFingerprint } from '../narration/narration-fingerprint.ts';
import { tagAsTold } from '../narration/tag-as-told.ts';
import { tagByRule } from '../narration/tag-by-rule.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { writerOf } from './find-writer.ts';
import { defineActivity } from './run-activity.ts';
import { toStepOutput } from './to-step-output.ts';

/** Stage 6, Tag Narration: rate, pitch and pauses for each sentence. */
export function createProsodyActivities(deps: ActivityDeps): Pick<Activities, 'tagNarration'> {
  const { store } = deps;
  return {
    tagNarration: defineActivity(store, {
      name: 'tagNarration',
      ingredients: ({ narration, writer, language, ratePercent, pitchSemitones }) => ({
        code: narrationFingerprint(),
        narration: narration.sha256,
        writer: writerOf(deps, writer).fingerprint,
        model: writer.modelDigest ?? writer.model,
        language,
        ratePercent,
        pitchSemitones,
      }),
      run: async ({ narration: ref, writer: choice, language, ratePercent, pitchSemitones }, { attempt, signal }) => {
        const narration = await getJson(store, ref, slideNarrationSchema);
        const base = { ratePercent, pitchSemitones };
        const keep = (tagged: TaggedNarration) => putJson(store, tagged, taggedNarrationSchema);
        const { tagNarration } = writerOf(deps, choice);
        if (tagNarration === null) return { value: { tagged: await keep(tagByRule(narration, base)) } };

        const sentences = narration.sentences.map(({ text }) => text);
        const written = await tagNarration({ sentences, language, model: choice.model, attempt }, signal);
        const { value: tags } = written;
        const tagged = tags === null ? tagByRule(narration, base) : tagAsTold(narration, tags, base);
        return toStepOutput(written, { tagged: await keep(tagged) });
      },
    }),
  };
}
