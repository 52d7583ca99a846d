import { WorkflowFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { describe, expect, test } from 'vitest';
import type { RunProgress } from '../../../src/contract/progress.ts';
import { cliNote, findTestCli } from '../temporal/find-test-cli.ts';
import { createFakeActivities, PLAN, STORE_ID, untilCancelled } from './fake-activities.ts';
import { useWorkflowRig } from './use-workflow-rig.ts';

const cli = await findTestCli();

describe.skipIf(cli === null)(`generatePresentation${cliNote(cli)}`, () => {
  const rig = useWorkflowRig(cli);

  test('runs every step once for a run or once for a slide, and gives the result of publish', async () => {
    const { activities, calls, storeIds } = createFakeActivities();
    const result = await rig().run({ activities }, (handle) => handle.result());
    expect(result.presentation_title).toBe('The tides');
    expect(result.slide_count).toBe(3);
    const counts = Object.groupBy(calls, ({ name }) => name);
    for (const name of [
      'writeSlide',
      'layOutSlide',
      'buildNarration',
      'tagNarration',
      'parseSegments',
      'speakSlide',
      'encodeStills',
    ] as const) {
      expect(counts[name]?.map(({ about }) => about).sort(), name).toEqual(['s1', 's2', 's3']);
    }
    for (const name of [
      'prepareRun',
      'writeOutline',
      'buildDeck',
      'assembleNarration',
      'calculateTimings',
      'assembleVideo',
      'publish',
    ] as const) {
      expect(counts[name], name).toHaveLength(1);
    }
    expect(storeIds).toEqual(new Set([null, STORE_ID]));
  });

  test('gives the same without a cache of workflows, so nothing lives outside of history', async () => {
    const { activities } = createFakeActivities();
    const result = await rig().run({ activities, maxCachedWorkflows: 0 }, (handle) => handle.result());
    expect(result.slide_count).toBe(3);
  });

  test('lets a quick slide be spoken and encoded while another is still being written, since there are no barriers', async () => {
    const quickSlideIsThrough = Promise.withResolvers<void>();
    const done = new Set<string>();
    const { activities, calls } = createFakeActivities({
      interfere: ({ name, about }) => {
        if (name === 'writeSlide' && about === 's3') return quickSlideIsThrough.promise;
        if (about === 's1' && (name === 'speakSlide' || name === 'encodeStills')) {
          done.add(name);
          if (done.size === 2) quickSlideIsThrough.resolve();
        }
      },
    });
    await rig().run({ activities }, (handle) => handle.result());
    const order = calls.map(({ name, about }) => `${name} ${about}`);
    expect(order.indexOf('speakSlide s1')).toBeLessThan(order.indexOf('layOutSlide s3'));
  });

  test('asks what is there although a model is busy with another run, since a busy worker is no missing one', async () => {
    const firstIsWriting = Promise.withResolvers<void>();
    const secondIsPrepared = Promise.withResolvers<void>();
    const { activities, calls } = createFakeActivities({
      writer: { writer: 'ollama', model: 'qwen3:8b', modelDigest: null, role: 'gpu' },
      interfere: ({ name }, callNumber) => {
        if (name === 'recordRun' && callNumber === 2) secondIsPrepared.resolve();
        if (name !== 'writeOutline' || callNumber > 1) return;
        firstIsWriting.resolve();
        return secondIsPrepared.promise;
      },
    });
    await rig().run({ activities, slots: 1 }, async (first) => {
      await firstIsWriting.promise;
      const second = await rig().startBeside(first);
      await second.result();
      await first.result();
    });
    expect(calls.filter(({ name }) => name === 'probeWriter')).toHaveLength(2);
    expect(calls.filter(({ name }) => name === 'writeOutline')).toHaveLength(2);
  });

  test('fails with one error that names stage, slide, cause and what to do, after every other step has ended', async () => {
    let cancelled = 0;
    const { activities, calls } = createFakeActivities({
      interfere: async ({ name, about }) => {
        if (name === 'layOutSlide' && about === 's2')
          throw ApplicationFailure.nonRetryable('The title of slide 2 is too long', 'DECK_INVALID');
        if (name === 'speakSlide')
          await untilCancelled().finally(() => {
            cancelled += 1;
          });
      },
    });
    const failure = await rig()
      .run({ activities }, (handle) => handle.result())
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WorkflowFailedError);
    const cause = failure instanceof WorkflowFailedError ? failure.cause : undefined;
    expect(cause).toMatchObject({ type: 'DECK_INVALID', nonRetryable: true });
    expect(cause?.message).toBe('stage 4 (PPTX), slide 2: The title of slide 2 is too long.');
    expect(calls.filter(({ name }) => name === 'publish')).toEqual([]);
    expect(cancelled).toBe(calls.filter(({ name }) => name === 'speakSlide').length);
  });

  test('a cancel ends every step before the run ends, and publishes nothing', async () => {
    let running = 0;
    const speaking = Promise.withResolvers<void>();
    const { activities, calls } = createFakeActivities({
      interfere: async ({ name }) => {
        if (name !== 'speakSlide') return;
        running += 1;
        if (running === 3) speaking.resolve();
        await untilCancelled().finally(() => {
          running -= 1;
        });
      },
    });
    await rig().run({ activities }, async (handle) => {
      await speaking.promise;
      await handle.cancel();
      await expect(handle.result()).rejects.toBeInstanceOf(WorkflowFailedError);
      expect((await handle.describe()).status.name).toBe('CANCELLED');
    });
    expect(running).toBe(0);
    expect(calls.some(({ name }) => name === 'publish')).toBe(false);
  });

  test('makes a lecture again from what is still stored when an artifact was lost', async () => {
    const { activities, calls } = createFakeActivities({
      interfere: ({ name, about }, callNumber) => {
        if (name === 'encodeStills' && about === 's2' && callNumber === 1)
          throw ApplicationFailure.nonRetryable('gone', 'ARTIFACT_MISSING');
      },
    });
    const result = await rig().run({ activities }, (handle) => handle.result());
    expect(result.warnings.map(({ code }) => code)).toEqual(['ARTIFACT_REMADE']);
    expect(calls.filter(({ name, about }) => name === 'writeSlide' && about === 's2')).toHaveLength(2);
  });

  test('makes a lecture again when publishing finds that an artifact was lost, since it reads them all', async () => {
    const { activities, calls } = createFakeActivities({
      interfere: ({ name }, callNumber) => {
        if (name === 'publish' && callNumber === 1) throw ApplicationFailure.nonRetryable('gone', 'ARTIFACT_MISSING');
      },
    });
    const result = await rig().run({ activities }, (handle) => handle.result());
    expect(result.warnings.map(({ code }) => code)).toEqual(['ARTIFACT_REMADE']);
    expect(calls.filter(({ name }) => name === 'writeOutline')).toHaveLength(2);
  });

  test('gives up after two remakes, since a store that loses everything will not get better', async () => {
    const { activities, calls } = createFakeActivities({
      interfere: ({ name }) => {
        if (name === 'buildDeck') throw ApplicationFailure.nonRetryable('gone', 'ARTIFACT_MISSING');
      },
    });
    const failure = await rig()
      .run({ activities }, (handle) => handle.result())
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ cause: { type: 'ARTIFACT_MISSING' } });
    expect(calls.filter(({ name }) => name === 'buildDeck')).toHaveLength(3);
  });

  test('no picture is used twice, and a slide without one left gets a drawn one', async () => {
    const { activities, calls } = createFakeActivities({ slideCount: 5, pictureProviders: ['archive'] });
    await rig().run({ activities }, (handle) => handle.result());
    const fetched = calls.filter(({ name }) => name === 'fetchPicture').map(({ about }) => about);
    expect(fetched.sort()).toEqual(['s2 a', 's3 b', 's4 drawn', 's5 drawn']);
  });

  test('a picture that cannot be had is drawn, and the user is told', async () => {
    const { activities } = createFakeActivities({
      pictureProviders: ['archive'],
      interfere: ({ name, about }) => {
        if (name === 'fetchPicture' && about === 's2 a')
          throw ApplicationFailure.nonRetryable('not a picture', 'PICTURE_UNUSABLE');
      },
    });
    const result = await rig().run({ activities }, (handle) => handle.result());
    expect(result.warnings).toEqual([
      { code: 'PICTURE_DRAWN', message: 'Slide 2: the picture "Picture a" could not be had, so one was drawn.' },
    ]);
  });

  test('goes on without a model and with the embedded voice when nobody else is there, and says so, unless a writer was named', async () => {
    const roles = ['workflow', 'media'] as const;
    const { activities } = createFakeActivities({ slideCount: 1 });
    const named = createFakeActivities({ plan: { wanted: { ...PLAN.wanted, writer: 'ollama' } } });
    const [result, failure] = await Promise.all([
      rig().run({ activities, roles }, (handle) => handle.result()),
      rig().run({ activities: named.activities, roles }, (handle) => handle.result().catch((error: unknown) => error)),
    ]);
    expect(result).toMatchObject({ writer: 'extractive', speech: 'espeak', warnings: [{ code: 'WRITER_REPLACED' }] });
    expect(failure).toMatchObject({
      cause: {
        type: 'WRITER_UNAVAILABLE',
        message: expect.stringMatching(/^Prepare: No worker that could ask the writer "ollama" is there\. Start one /),
      },
    });
  });

  test('reads up on a topic before anybody is asked for a model, since the writer without one can use what was found', async () => {
    const { activities, calls } = createFakeActivities({
      plan: { topic: 'Tides', research: true, document: null, embeddedWriter: null },
    });
    const result = await rig().run({ activities }, (handle) => handle.result());
    expect(result.writer).toBe('extractive');
    const order = calls.map(({ name }) => name);
    expect(order.indexOf('researchTopic')).toBe(1);
    expect(order.indexOf('probeWriter')).toBeGreaterThan(1);
  });

  test('refuses a topic alone where no worker could ask a model, and says that it is the worker that is missing', async () => {
    const { activities } = createFakeActivities({ plan: { embeddedWriter: null } });
    const failure = await rig()
      .run({ activities, roles: ['workflow', 'media'] }, (handle) => handle.result())
      .catch((error: unknown) => error);
    const message = expect.stringMatching(
      /^Prepare: No worker that could ask a model is there, .* `lectra worker --role gpu`/,
    );
    expect(failure).toMatchObject({ cause: { type: 'WRITER_UNAVAILABLE', message } });
  });

  test('leaves the video out when the plan says so', async () => {
    const { activities, calls } = createFakeActivities({ plan: { video: false } });
    await rig().run({ activities }, (handle) => handle.result());
    expect(calls.some(({ name }) => name === 'encodeStills' || name === 'assembleVideo')).toBe(false);
  });

  test('tells its progress and labels each step with stage and slide', async () => {
    const reached = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const { activities } = createFakeActivities({
      interfere: async ({ name }) => {
        if (name !== 'assembleNarration') return;
        reached.resolve();
        await goOn.promise;
      },
    });
    await rig().run({ activities }, async (handle) => {
      await reached.promise;
      const progress = await handle.query<RunProgress>('progress');
      expect(progress).toMatchObject({ project: 'tides', title: 'The tides', slideCount: 3 });
      expect(progress.stages.find(({ stage }) => stage === 'speech')).toEqual({
        stage: 'speech',
        total: 4,
        running: 1,
        done: 3,
      });
      const { events } = await handle.fetchHistory();
      const summaries = (events ?? []).flatMap(({ userMetadata }) =>
        userMetadata?.summary?.data ? [Buffer.from(userMetadata.summary.data).toString('utf8')] : [],
      );
      expect(summaries).toContain('"8 Synthesize Audio · slide 2"');
      goOn.resolve();
      await handle.result();
    });
  });
});
