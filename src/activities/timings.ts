import { getJson, putJson } from '../artifacts/json-artifacts.ts';
import { captionsFingerprint } from '../captions/captions-fingerprint.ts';
import { planCues } from '../captions/plan-cues.ts';
import { serializeSrt } from '../captions/serialize-srt.ts';
import { serializeVtt } from '../captions/serialize-vtt.ts';
import type { Activities } from '../contract/activities.ts';
import { laidOutSlideSchema } from '../contract/schemas/laid-out-slide.ts';
import { spokenSlideSchema, timelineSchema } from '../contract/schemas/timeline.ts';
import { FRAMES_PER_SECOND } from '../contract/video-timing.ts';
import { calculateTimeline } from '../narration/calculate-timeline.ts';
import { narrationFingerprint } from '../narration/narration-fingerprint.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { defineActivity } from './run-activity.ts';

/** Stage 9, Calculate Timings: when each page and each build shows, and the captions. */
export function createTimingActivities({ store }: ActivityDeps): Pick<Activities, 'calculateTimings'> {
  return {
    calculateTimings: defineActivity(store, {
      name: 'calculateTimings',
      ingredients: ({ slides, language }) => ({
        code: `${narrationFingerprint()} ${captionsFingerprint()}`,
        slides: slides.map(({ layout, speech }) => [layout.sha256, speech.sha256]),
        language,
      }),
      run: async ({ slides }) => {
        const placed = await Promise.all(
          slides.map(async ({ layout, speech }) => ({
            layout: await getJson(store, layout, laidOutSlideSchema),
            spoken: await getJson(store, speech, spokenSlideSchema),
          })),
        );
        const timeline = calculateTimeline({ slides: placed, fps: FRAMES_PER_SECOND });
        const cues = planCues(timeline);
        const text = (content: string, mediaType: string) => store.put(new TextEncoder().encode(content), mediaType);
        return {
          value: {
            timeline: await putJson(store, timeline, timelineSchema),
            srt: await text(serializeSrt(cues), 'application/x-subrip'),
            vtt: await text(serializeVtt(cues), 'text/vtt'),
            pageCount: timeline.pages.length,
          },
        };
      },
    }),
  };
}
