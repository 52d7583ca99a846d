import { describe, expect, test } from 'vitest';
import { activitiesOfRole, probesOfRole } from '../../../src/activities/activities-of-role.ts';
import type { Activities } from '../../../src/contract/activities.ts';
import { ACTIVITY_STAGES } from '../../../src/contract/activity-stages.ts';
import { PROBED_ROLES, type WorkerRole } from '../../../src/contract/queues.ts';
import { ACTIVITY_PLACEMENT, type ActivityProfile, PROFILES } from '../../../src/workflows/activity-profiles.ts';

describe.each(Object.entries<ActivityProfile>(PROFILES))('the %s profile', (name, profile) => {
  test('bounds its attempts and each of them, so that no step runs for ever', () => {
    expect(profile.maximumAttempts).toBeGreaterThan(0);
    expect(Number.isFinite(profile.maximumAttempts)).toBe(true);
    expect(profile.startToCloseTimeoutMs).toBeGreaterThan(0);
    expect(profile.maximumRetryMs).toBeGreaterThanOrEqual(profile.initialRetryMs);
  });

  test('limits waiting in the queue for probes alone, since queued work is healthy work', () => {
    const steps = Object.entries(ACTIVITY_PLACEMENT).filter(([, place]) => place.profile === name);
    expect(steps.length).toBeGreaterThan(0);
    const isForProbes = steps.every(([step]) => step.startsWith('probe'));
    expect(profile.scheduleToStartTimeoutMs !== undefined).toBe(isForProbes);
    expect(profile).not.toHaveProperty('scheduleToCloseTimeoutMs');
  });
});

test('every activity of the contract has a place, a stage, and a worker on its queue that knows it', () => {
  const names = Object.keys(ACTIVITY_STAGES).sort();
  expect(Object.keys(ACTIVITY_PLACEMENT).sort()).toEqual(names);
  const all = Object.fromEntries(names.map((name) => [name, () => undefined])) as unknown as Activities;
  for (const [name, { profile, role }] of Object.entries(ACTIVITY_PLACEMENT)) {
    const { scheduleToStartTimeoutMs }: ActivityProfile = PROFILES[profile];
    const known = scheduleToStartTimeoutMs === undefined ? activitiesOfRole(all, role) : probesOf(all, role);
    expect(known, `${role} worker`).toHaveProperty(name);
  }
});

test('what a plan may move to the media queue is known there', () => {
  const all = Object.fromEntries(
    Object.keys(ACTIVITY_STAGES).map((name) => [name, () => undefined]),
  ) as unknown as Activities;
  const media = activitiesOfRole(all, 'media');
  for (const name of ['writeOutline', 'writeSlide', 'tagNarration', 'speakSlide']) expect(media).toHaveProperty(name);
});

function probesOf(all: Activities, role: WorkerRole): Partial<Activities> {
  const probed = PROBED_ROLES.find((one) => one === role);
  return probed === undefined ? {} : probesOfRole(all, probed);
}
