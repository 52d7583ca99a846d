import type { ActivityName } from '../contract/activity-stages.ts';
import type { WorkerRole } from '../contract/queues.ts';

/** Limits of one kind of step. Never schedule-to-close: queued work is healthy work. */
export interface ActivityProfile {
  readonly startToCloseTimeoutMs: number;
  /** Only for probes, where "no worker there" is an answer; they have a queue of their own. */
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
  /** A model of many gigabytes may have to be downloaded and loaded; a download goes on where the last attempt ended. */
  start: {
    startToCloseTimeoutMs: 120 * MINUTE_MS,
    scheduleToStartTimeoutMs: 10 * SECOND_MS,
    maximumAttempts: 3,
    initialRetryMs: SECOND_MS,
    maximumRetryMs: 10 * SECOND_MS,
  },
  /**
   * A local model may have to be loaded first, and often answers badly once, rarely five times. Without a GPU a call takes
   * minutes, and the server may let it wait behind others; a call that hangs is told by its silence much earlier.
   */
  model: {
    startToCloseTimeoutMs: 30 * MINUTE_MS,
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

/** 1 is first. The voice bounds the whole run, so it goes before pictures, and stills fill what is left. */
export type StepPriority = 1 | 2 | 3 | 4 | 5;

/** The role that does each activity, unless the plan moves it, under which limits, and which of those waiting goes first. */
export const ACTIVITY_PLACEMENT: Readonly<
  Record<
    ActivityName,
    { readonly role: WorkerRole; readonly profile: keyof typeof PROFILES; readonly priority: StepPriority }
  >
> = {
  prepareRun: { role: 'media', profile: 'local', priority: 1 },
  probeWriter: { role: 'gpu', profile: 'start', priority: 1 },
  probeVoice: { role: 'network', profile: 'probe', priority: 1 },
  probePictures: { role: 'network', profile: 'probe', priority: 1 },
  recordRun: { role: 'media', profile: 'local', priority: 1 },
  restoreDocument: { role: 'media', profile: 'local', priority: 1 },
  researchTopic: { role: 'network', profile: 'network', priority: 1 },
  takeOutline: { role: 'media', profile: 'local', priority: 1 },
  writeOutline: { role: 'gpu', profile: 'model', priority: 1 },
  writeSlide: { role: 'gpu', profile: 'model', priority: 1 },
  searchPictures: { role: 'network', profile: 'network', priority: 2 },
  fetchPicture: { role: 'network', profile: 'network', priority: 3 },
  layOutSlide: { role: 'media', profile: 'local', priority: 3 },
  buildDeck: { role: 'media', profile: 'local', priority: 5 },
  buildNarration: { role: 'media', profile: 'local', priority: 1 },
  tagNarration: { role: 'gpu', profile: 'model', priority: 1 },
  parseSegments: { role: 'media', profile: 'local', priority: 1 },
  speakSlide: { role: 'network', profile: 'network', priority: 2 },
  assembleNarration: { role: 'media', profile: 'assembly', priority: 1 },
  calculateTimings: { role: 'media', profile: 'local', priority: 1 },
  encodeStills: { role: 'media', profile: 'local', priority: 4 },
  assembleVideo: { role: 'media', profile: 'assembly', priority: 1 },
  publish: { role: 'media', profile: 'assembly', priority: 1 },
};
