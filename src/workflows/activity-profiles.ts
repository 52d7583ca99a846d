import type { ActivityName } from '../contract/activity-stages.ts';
import type { WorkerRole } from '../contract/queues.ts';

/** Limits of one kind of step. Never schedule-to-close: queued work is healthy work. */
export interface ActivityProfile {
  readonly startToCloseTimeoutMs: number;
  /** Only for probes, where "no worker there" is an answer. */
  readonly scheduleToStartTimeoutMs?: number;
  readonly maximumAttempts: number;
  readonly initialRetryMs: number;
  readonly maximumRetryMs: number;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

export const PROFILES = {
  /** One attempt more than a killed worker costs; the answer "nobody there" must come quickly. */
  probe: {
    startToCloseTimeoutMs: 30 * SECOND_MS,
    scheduleToStartTimeoutMs: 10 * SECOND_MS,
    maximumAttempts: 2,
    initialRetryMs: SECOND_MS,
    maximumRetryMs: SECOND_MS,
  },
  /** A local model may have to be loaded first, and often answers badly once, rarely five times. */
  model: {
    startToCloseTimeoutMs: 10 * MINUTE_MS,
    maximumAttempts: 5,
    initialRetryMs: SECOND_MS,
    maximumRetryMs: MINUTE_MS,
  },
  /** Three attempts; after that another engine or a drawn picture is the better answer. */
  network: {
    startToCloseTimeoutMs: 45 * SECOND_MS,
    maximumAttempts: 3,
    initialRetryMs: SECOND_MS,
    maximumRetryMs: 30 * SECOND_MS,
  },
  /** Deterministic work fails for good by its error code; ten attempts are for killed workers and full disks. */
  local: {
    startToCloseTimeoutMs: 2 * MINUTE_MS,
    maximumAttempts: 10,
    initialRetryMs: SECOND_MS,
    maximumRetryMs: 30 * SECOND_MS,
  },
  /** The same for work that grows with the length of the lecture. */
  assembly: {
    startToCloseTimeoutMs: 20 * MINUTE_MS,
    maximumAttempts: 10,
    initialRetryMs: SECOND_MS,
    maximumRetryMs: 30 * SECOND_MS,
  },
} as const satisfies Record<string, ActivityProfile>;

/** Where each activity runs, unless the plan moves it, and under which limits. */
export const ACTIVITY_PLACEMENT: Readonly<
  Record<ActivityName, { readonly role: WorkerRole; readonly profile: keyof typeof PROFILES }>
> = {
  prepareRun: { role: 'media', profile: 'local' },
  probeWriter: { role: 'gpu', profile: 'probe' },
  probeVoice: { role: 'network', profile: 'probe' },
  probePictures: { role: 'network', profile: 'probe' },
  writeOutline: { role: 'gpu', profile: 'model' },
  writeSlide: { role: 'gpu', profile: 'model' },
  searchPictures: { role: 'network', profile: 'network' },
  fetchPicture: { role: 'network', profile: 'network' },
  layOutSlide: { role: 'media', profile: 'local' },
  buildDeck: { role: 'media', profile: 'local' },
  buildNarration: { role: 'media', profile: 'local' },
  tagNarration: { role: 'gpu', profile: 'model' },
  parseSegments: { role: 'media', profile: 'local' },
  speakSlide: { role: 'network', profile: 'network' },
  assembleNarration: { role: 'media', profile: 'assembly' },
  calculateTimings: { role: 'media', profile: 'local' },
  encodeStills: { role: 'media', profile: 'local' },
  assembleVideo: { role: 'media', profile: 'assembly' },
  publish: { role: 'media', profile: 'assembly' },
};
