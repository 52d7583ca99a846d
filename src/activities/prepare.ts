import { keepRunRecord } from '../artifacts/run-records.ts';
import type { Activities } from '../contract/activities.ts';
import { RUN_RECORD_FORMAT } from '../contract/schemas/run-record.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { chooseVoice } from './choose-voice.ts';
import { firstAvailable } from './first-available.ts';
import { freezePlan } from './freeze-plan.ts';
import { parseRequest } from './parse-request.ts';
import { warnOfNoPictures, warnOfNoVoice } from './probe-warnings.ts';
import { probeWriter } from './probe-writer.ts';
import { restoreDocument } from './restore-document.ts';
import { defineActivity } from './run-activity.ts';
import { takeUpPlan } from './take-up-plan.ts';

type PrepareActivities = Pick<
  Activities,
  'prepareRun' | 'probeWriter' | 'probeVoice' | 'probePictures' | 'recordRun' | 'restoreDocument'
>;

/** Prepare: checks the request, reads the source, freezes the plan, and asks what answers. Nothing here is reused. */
export function createPrepareActivities(deps: ActivityDeps): PrepareActivities {
  const { store } = deps;
  return {
    prepareRun: defineActivity(store, {
      name: 'prepareRun',
      ingredients: null,
      run: async ({ request, workflowId }, { signal }) => {
        const parsed = parseRequest(request);
        const { base } = parsed;
        const { warnings, ...value } =
          base === undefined
            ? { ...(await freezePlan(deps, parsed, signal)), choices: null }
            : await takeUpPlan(deps, { workflowId, base }, signal);
        return { value, warnings };
      },
    }),
    probeWriter: defineActivity(store, {
      name: 'probeWriter',
      ingredients: null,
      run: async ({ plan }, { report, signal }) => {
        const { choice: value, warnings } = await probeWriter(
          deps.modelWriters,
          plan,
          (progress) => report({ ...progress }),
          signal,
        );
        return { value, warnings };
      },
    }),
    probeVoice: defineActivity(store, {
      name: 'probeVoice',
      ingredients: null,
      run: async ({ plan }, { signal }) => {
        const engines = deps.networkSpeech.filter(
          ({ id }) => plan.wanted.speech === 'auto' || plan.wanted.speech === id,
        );
        const engine = await firstAvailable(engines, signal);
        return {
          value: engine === null ? null : await chooseVoice(engine, plan.language, plan.wanted.voice, 'network'),
          warnings: warnOfNoVoice(engines, engine),
        };
      },
    }),
    probePictures: defineActivity(store, {
      name: 'probePictures',
      ingredients: null,
      run: async ({ plan }, { signal }) => {
        const asked = plan.images === 0 ? [] : deps.imageProviders;
        const answers = await Promise.all(
          asked.map(async (provider) => ((await provider.isAvailable(signal)) ? [provider.id] : [])),
        );
        return { value: { providers: answers.flat() }, warnings: warnOfNoPictures(asked, answers.flat()) };
      },
    }),
    recordRun: defineActivity(store, {
      name: 'recordRun',
      ingredients: null,
      run: async ({ run, ...frozen }) => {
        const record = await keepRunRecord(store, {
          format: RUN_RECORD_FORMAT,
          ...run,
          ...frozen,
          lecture: null,
        });
        return { value: { record } };
      },
    }),
    restoreDocument: defineActivity(store, {
      name: 'restoreDocument',
      ingredients: null,
      run: async ({ plan }, { signal }) => ({ value: await restoreDocument(deps, plan, signal) }),
    }),
  };
}
