import { expect, it } from 'vitest';
import { describeMeasure } from '../../../src/cli/doctor/describe-measure.ts';

const measured = {
  name: 'llama3.1:8b',
  calls: 4,
  slots: 4,
  gpuShare: 1,
  contextTokens: 8_192,
  thinks: false,
  isSingleSlot: false,
};

it('finds nothing to mend in a model on the graphics card with enough slots', () => {
  expect(describeMeasure(measured, { gpuSlots: 4 }).map(({ state, found }) => ({ state, found }))).toEqual([
    {
      state: 'ok',
      found: 'llama3.1:8b: on the graphics card, context of 8192 tokens a call, does not think before answers',
    },
    { state: 'ok', found: '4 or more (LECTRA_GPU_SLOTS asks for 4)' },
  ]);
});

it('says which variable the server needs for more calls at once, and where it is explained', () => {
  const [, slots] = describeMeasure({ ...measured, slots: 1, calls: 10 }, { gpuSlots: 10 });
  expect(slots).toMatchObject({
    state: 'warning',
    found: '1',
    mend: expect.stringContaining('OLLAMA_NUM_PARALLEL=10'),
  });
});

it('says that another model is needed where the family has one slot, since the variable would change nothing', () => {
  const [, slots] = describeMeasure({ ...measured, slots: 1, isSingleSlot: true }, { gpuSlots: 4 });
  expect(slots?.mend).toMatch(/take another model/);
  expect(slots?.mend).not.toContain('OLLAMA_NUM_PARALLEL');
});

it.each([
  [0, 'on the processor'],
  [0.6, '60 % on the graphics card'],
] as const)('warns of a model that is %s on graphics cards', (gpuShare, place) => {
  const [row] = describeMeasure({ ...measured, gpuShare }, { gpuSlots: 4 });
  expect(row).toMatchObject({ state: 'warning', found: expect.stringContaining(place) });
});

it('warns of a model that thinks before each answer', () => {
  const [row] = describeMeasure({ ...measured, thinks: true }, { gpuSlots: 4 });
  expect(row).toMatchObject({ state: 'warning', found: expect.stringContaining('thinks before each answer') });
});
