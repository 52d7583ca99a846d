import { createRandom } from '../../src/deck/seeds/create-random.ts';

export type Scenario = 'host' | 'cluster';

/** Who may be killed where; one that stands there twice is killed twice as often. */
const VICTIMS = {
  host: ['host', 'host', 'host', 'service', 'service', 'ffmpeg', 'espeak', 'client'],
  cluster: [
    'media',
    'media',
    'media',
    'workflow',
    'workflow',
    'service',
    'service',
    'network',
    'gpu',
    'ffmpeg',
    'espeak',
    'client',
  ],
} as const satisfies Record<Scenario, readonly string[]>;

export type Victim = (typeof VICTIMS)[Scenario][number];

export interface PlannedKill {
  readonly victim: Victim;
  /** The moment: once so much of an undisturbed run's steps are stored (0 to 1), and then after the delay. */
  readonly progress: number;
  readonly delayMs: number;
  /** How long what the rig itself starts again stays away. */
  readonly awayMs: number;
}

export interface CrashPlan {
  readonly kills: readonly PlannedKill[];
  /** Worker processes of the role `media`: one or two. */
  readonly mediaWorkers: number;
}

const MOST_KILLS = 3;
/** Kills before the first step, while everything starts. */
const SHARE_AT_START = 0.2;
/** Kills of what has just been killed, while it comes back. */
const SHARE_ON_HEELS = 0.3;
const LONGEST_DELAY_MS = 800;
/** A start takes seconds, so a kill at no progress may come at any of its moments. */
const LONGEST_START_MS = 6_000;
const LONGEST_AWAY_MS = 3_000;
/** Speech is made early, and pictures and sound are encoded before the end. */
const LATEST: Readonly<Partial<Record<Victim, number>>> = { espeak: 0.4, ffmpeg: 0.7 };

/** Returns who is killed when; equal seeds give equal plans. */
export function planCrashes(scenario: Scenario, seed: number): CrashPlan {
  const random = createRandom(seed * 2 + (scenario === 'host' ? 0 : 1));
  const below = (limit: number): number => Math.floor(random() * limit);
  const victims = VICTIMS[scenario];
  const planKill = (): PlannedKill => {
    const victim = victims[below(victims.length)] ?? victims[0];
    const isAtStart = random() < SHARE_AT_START;
    const progress = isAtStart ? 0 : random() * (LATEST[victim] ?? 0.97);
    const delayMs = below(isAtStart ? LONGEST_START_MS : LONGEST_DELAY_MS);
    return { victim, progress: Math.round(progress * 100) / 100, delayMs, awayMs: below(LONGEST_AWAY_MS) };
  };
  const kills: PlannedKill[] = [];
  const planned = Array.from({ length: 1 + below(MOST_KILLS) }, planKill);
  for (const kill of planned.toSorted((a, b) => a.progress - b.progress)) {
    const before = kills.at(-1);
    const isOnHeels = before !== undefined && random() < SHARE_ON_HEELS;
    const { progress, victim } = isOnHeels ? before : kill;
    kills.push({ ...kill, victim, progress, ...(isOnHeels ? { delayMs: below(LONGEST_START_MS) } : {}) });
  }
  return { kills, mediaWorkers: 1 + below(2) };
}
