import { cancellationSignal, heartbeat } from '@temporalio/activity';
import type { Activities, PlannedLecture } from '../../../src/contract/activities.ts';
import type { ActivityName } from '../../../src/contract/activity-stages.ts';
import type { ArtifactRef } from '../../../src/contract/artifact-ref.ts';
import type { RunChoices, RunPlan, WriterChoice } from '../../../src/contract/plan.ts';
import type { PresentationResult } from '../../../src/contract/result.ts';
import type { StepResult } from '../../../src/contract/step-result.ts';
import { planWith } from '../../fixtures/sample-plan.ts';

/** One call of an activity as the ledger keeps it. */
export interface Call {
  readonly name: ActivityName;
  /** What the call is about: the label inside its first reference, such as "slide-2". */
  readonly about: string;
}

/** Runs before the fake answers; may wait or throw. */
export type Interference = (call: Call, callNumber: number) => Promise<void> | undefined;

export const STORE_ID = 'store-of-the-test';

export function refOf(label: string): ArtifactRef {
  return {
    sha256: Buffer.from(label).toString('hex').padEnd(64, '0').slice(0, 64),
    sizeBytes: label.length,
    mediaType: 'text/plain',
  };
}

export function labelOf(ref: ArtifactRef): string {
  return Buffer.from(ref.sha256, 'hex').toString('utf8').replaceAll('\0', '');
}

export const PLAN: RunPlan = planWith({
  document: refOf('document'),
  source: { artifact: refOf('source'), name: 'tides.md' },
  slides: 3,
  storeId: STORE_ID,
});

/** What a run that is carried on was frozen with: not what the probes of a new run find. */
export const CHOICES: RunChoices = {
  writer: { writer: 'earlier-writer', model: null, modelDigest: null, role: 'media' },
  voice: { engine: 'earlier-engine', voice: 'en-gb', role: 'media' },
  pictures: { providers: [] },
};

/** Size of every outline that somebody approves in the place of the one that was written. */
export const EDITED_SLIDES = 2;

export interface FakeOptions {
  readonly plan?: Partial<RunPlan>;
  readonly slideCount?: number;
  readonly pictureProviders?: readonly string[];
  /** The model that answers; none unless said. */
  readonly writer?: WriterChoice | null;
  readonly interfere?: Interference;
}

/** Activities that answer with labelled references at once, and a ledger of their calls. */
export function createFakeActivities({
  plan = {},
  slideCount = 3,
  pictureProviders = [],
  writer = null,
  interfere = () => undefined,
}: FakeOptions = {}) {
  const calls: Call[] = [];
  const storeIds = new Set<string | null>();
  const answer =
    <Input, Value>(name: ActivityName, about: (input: Input) => string, value: (input: Input) => Value) =>
    async (input: Input, storeId: string | null): Promise<StepResult<Value>> => {
      const call = { name, about: about(input) };
      storeIds.add(storeId);
      calls.push(call);
      await interfere(call, calls.filter((other) => other.name === name && other.about === call.about).length);
      return { value: value(input), cached: false, warnings: [], queuedMs: 0, ranMs: 0, attempt: 1 };
    };
  const slideOf = (ref: ArtifactRef) => labelOf(ref).split(':').at(-1) ?? '';
  const run = () => 'run';

  const activities: Activities = {
    prepareRun: answer('prepareRun', run, ({ request }) => ({
      plan: { ...PLAN, ...plan },
      choices: request.base === undefined ? null : CHOICES,
    })),
    probeWriter: answer('probeWriter', run, () => writer),
    probeVoice: answer('probeVoice', run, () => null),
    probePictures: answer('probePictures', run, () => ({ providers: pictureProviders })),
    recordRun: answer(
      'recordRun',
      ({ plan }) => (plan.approvedOutline === null ? 'run' : `approved ${labelOf(plan.approvedOutline)}`),
      () => ({ record: refOf('record') }),
    ),
    restoreDocument: answer('restoreDocument', run, ({ plan }) => plan),
    researchTopic: answer(
      'researchTopic',
      ({ plan }) => plan.topic ?? '',
      ({ plan }) => ({ ...plan, document: refOf('read up'), embeddedWriter: PLAN.embeddedWriter }),
    ),
    writeOutline: answer('writeOutline', run, () => planned('The tides', refOf('outline'), slideCount)),
    takeOutline: answer(
      'takeOutline',
      ({ outline }) => labelOf(outline),
      ({ outline }) => planned('The tides, edited', outline, EDITED_SLIDES),
    ),
    writeSlide: answer(
      'writeSlide',
      ({ slide }) => slideOf(slide),
      ({ slide }) => ({ script: refOf(`script:${slideOf(slide)}`), heading: slideOf(slide) }),
    ),
    searchPictures: answer(
      'searchPictures',
      ({ script }) => slideOf(script),
      () =>
        ['a', 'b'].map((id) => ({
          provider: 'archive',
          id,
          title: `Picture ${id}`,
          url: '',
          pageUrl: '',
          creator: '',
          licence: '',
          licenceUrl: '',
          widthPx: 1,
          heightPx: 1,
        })),
    ),
    fetchPicture: answer(
      'fetchPicture',
      ({ script, candidate }) => `${slideOf(script)} ${candidate?.id ?? 'drawn'}`,
      ({ script }) => ({ picture: refOf(`picture:${slideOf(script)}`) }),
    ),
    layOutSlide: answer(
      'layOutSlide',
      ({ script }) => slideOf(script),
      ({ script }) => ({ layout: refOf(`layout:${slideOf(script)}`), pagePictures: [] }),
    ),
    buildDeck: answer('buildDeck', run, () => ({ deck: refOf('deck') })),
    buildNarration: answer(
      'buildNarration',
      ({ script }) => slideOf(script),
      ({ script }) => ({ narration: refOf(`text:${slideOf(script)}`) }),
    ),
    tagNarration: answer(
      'tagNarration',
      ({ narration }) => slideOf(narration),
      ({ narration }) => ({ tagged: refOf(`tags:${slideOf(narration)}`) }),
    ),
    parseSegments: answer(
      'parseSegments',
      ({ tagged }) => slideOf(tagged),
      ({ tagged }) => ({ segments: refOf(`segments:${slideOf(tagged)}`), segmentCount: 1 }),
    ),
    speakSlide: answer(
      'speakSlide',
      ({ segments }) => slideOf(segments),
      ({ segments }) => ({ speech: refOf(`speech:${slideOf(segments)}`), lengthSamples: 48_000 }),
    ),
    assembleNarration: answer('assembleNarration', run, () => ({
      mp3: refOf('mp3'),
      aac: refOf('aac'),
      totalSamples: 1,
    })),
    calculateTimings: answer('calculateTimings', run, () => ({
      timeline: refOf('timeline'),
      srt: refOf('srt'),
      vtt: refOf('vtt'),
      pageCount: slideCount,
    })),
    encodeStills: answer(
      'encodeStills',
      ({ layout }) => slideOf(layout),
      ({ layout }) => ({ stills: refOf(`stills:${slideOf(layout)}`) }),
    ),
    assembleVideo: answer('assembleVideo', run, () => ({ video: refOf('video') })),
    publish: answer(
      'publish',
      run,
      (input): PresentationResult => ({
        status: 'ok',
        workflow_id: '',
        run_id: '',
        project: input.plan.project,
        project_dir: '',
        presentation_title: input.lecture.title,
        slide_count: input.lecture.slides.length,
        page_count: 0,
        image_count: 0,
        pptx_path: '',
        audio_path: '',
        video_path: null,
        captions_srt_path: '',
        captions_vtt_path: '',
        narration_path: '',
        slide_timings_path: '',
        report_path: '',
        duration_sec: 0,
        language: 'en',
        writer: input.choices.writer.writer,
        model: null,
        speech: input.choices.voice.engine,
        voice: input.choices.voice.voice,
        warnings: input.warnings,
        stages: [],
        total_seconds: 0,
      }),
    ),
  };
  return { activities, calls, storeIds };
}

function planned(title: string, outline: ArtifactRef, slideCount: number): PlannedLecture {
  const slides = Array.from({ length: slideCount }, (_, index) => ({
    id: `s${index + 1}`,
    slide: refOf(`plan:s${index + 1}`),
    wantsPicture: index > 0,
  }));
  return { title, outline, slides };
}

/** Waits inside an activity until it is cancelled, beating as a real one does. */
export async function untilCancelled(): Promise<never> {
  const beat = setInterval(() => heartbeat(), 100);
  const signal = cancellationSignal();
  try {
    signal.throwIfAborted();
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    throw signal.reason;
  } finally {
    clearInterval(beat);
  }
}
