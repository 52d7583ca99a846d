import { describe, expect, it } from 'vitest';
import { planCrashes, type Scenario } from '../../crash/crash-plan.ts';

const SEEDS = Array.from({ length: 200 }, (_value, index) => index);

describe.each(['host', 'cluster'] as const satisfies readonly Scenario[])('planCrashes in a %s', (scenario) => {
  const plans = SEEDS.map((seed) => planCrashes(scenario, seed));

  it('makes the same of the same seed, so that a run can be made again', () => {
    for (const seed of SEEDS) expect(planCrashes(scenario, seed)).toEqual(plans[seed]);
    expect(new Set(plans.map((plan) => JSON.stringify(plan))).size).toBeGreaterThan(195);
  });

  it('plans one to three kills in the order of their moments, over the whole run', () => {
    for (const { kills } of plans) {
      expect(kills.length).toBeGreaterThanOrEqual(1);
      expect(kills.length).toBeLessThanOrEqual(3);
      const moments = kills.map(({ progress }) => progress);
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    }
    const moments = plans.flatMap(({ kills }) => kills.map(({ progress }) => progress));
    for (let tenth = 0; tenth < 9; tenth++) {
      const range = moments.filter((moment) => moment >= tenth / 10 && moment < (tenth + 1) / 10);
      expect(range.length).toBeGreaterThan(5);
    }
  });

  it('spares nobody', () => {
    const own = scenario === 'host' ? ['host'] : ['media', 'workflow', 'network', 'gpu'];
    const victims = new Set<string>(plans.flatMap(({ kills }) => kills.map(({ victim }) => victim)));
    expect([...victims].sort()).toEqual(['client', 'espeak', 'ffmpeg', 'service', ...own].sort());
  });
});
