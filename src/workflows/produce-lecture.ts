import type { PlannedLecture, PlannedSlide, ProducedLecture } from '../contract/activities.ts';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import type { RunChoices, RunPlan } from '../contract/plan.ts';
import type { Stage } from '../contract/stages.ts';
import { choosePictures } from './choose-pictures.ts';
import { produceSlide, type SlideInProgress } from './produce-slide.ts';
import type { RunJournal } from './run-journal.ts';
import type { RunStep } from './run-step.ts';

export interface LectureContext extends RunChoices {
  readonly plan: RunPlan;
  readonly runStep: RunStep;
  readonly journal: RunJournal;
}

/** Stages 2 to 10: every slide at once, then what joins them. */
export async function produceLecture(context: LectureContext, planned: PlannedLecture): Promise<ProducedLecture> {
  const { plan, journal } = context;
  const { title, outline } = planned;
  expectSteps(journal, plan, planned.slides);
  journal.name({ title, slideCount: planned.slides.length });

  const slides = startSlides(context, title, outline, planned.slides);
  const scripts = Promise.all(slides.map((slide) => slide.script));
  const layouts = Promise.all(slides.map((slide) => slide.layout));
  const speech = Promise.all(slides.map((slide) => slide.speech));
  const stills = Promise.all(slides.map((slide) => slide.stills));

  const joined = await Promise.all([
    Promise.all(slides.map((slide) => slide.finished)),
    buildDeck(context, title, scripts, layouts),
    ...joinSpeech(context, title, layouts, speech, stills),
  ]);
  const [finished, deck, narration, timings, video] = joined;
  return { title, outline, slides: finished, deck, narration, timings, video };
}

function startSlides(
  context: LectureContext,
  deckTitle: string,
  outline: ArtifactRef,
  planned: readonly PlannedSlide[],
): SlideInProgress[] {
  const { plan, writer, voice, pictures, runStep, journal } = context;
  const shared = {
    plan,
    writer,
    voice,
    pictureProviders: pictures.providers,
    outline,
    deckTitle,
    runStep,
    warn: (warning: Parameters<RunJournal['warn']>[0][number]) => journal.warn([warning]),
  };
  const slides: SlideInProgress[] = [];
  for (const [index, slide] of planned.entries()) {
    const chosenPicture = async () => {
      const searched = await Promise.all(slides.slice(0, index + 1).map(({ candidates }) => candidates));
      return choosePictures(searched)[index] ?? null;
    };
    slides.push(produceSlide(shared, slide, index + 1, chosenPicture));
  }
  return slides;
}

async function buildDeck(
  { plan, runStep }: LectureContext,
  title: string,
  scripts: Promise<ArtifactRef[]>,
  layouts: Promise<ArtifactRef[]>,
): Promise<ArtifactRef> {
  const [written, laidOut] = await Promise.all([scripts, layouts]);
  const slides = written.map((script, index) => ({ script, layout: at(laidOut, index) }));
  const { language, references, theme } = plan;
  const built = await runStep('buildDeck', { title, language, theme, slides, references });
  return built.deck;
}

/** The sound starts as soon as all voices are there, the video when the sound, the timings and the stills are. */
function joinSpeech(
  { plan, runStep }: LectureContext,
  title: string,
  layouts: Promise<ArtifactRef[]>,
  speech: Promise<ArtifactRef[]>,
  stills: Promise<(ArtifactRef | null)[]>,
) {
  const narration = speech.then((spoken) => runStep('assembleNarration', { speech: spoken }));
  const timings = Promise.all([layouts, speech]).then(([laidOut, spoken]) =>
    runStep('calculateTimings', {
      slides: laidOut.map((layout, index) => ({ layout, speech: at(spoken, index) })),
      language: plan.language,
    }),
  );
  const video = Promise.all([layouts, stills, narration, timings]).then(
    async ([laidOut, encoded, { aac }, { timeline, srt }]) => {
      if (!plan.video) return null;
      const assembled = await runStep('assembleVideo', {
        title,
        language: plan.language,
        timeline,
        slides: encoded.flatMap((still, index) =>
          still === null ? [] : [{ layout: at(laidOut, index), stills: still }],
        ),
        aac,
        srt: plan.captions === 'track' ? srt : null,
      });
      return assembled.video;
    },
  );
  return [narration, timings, video] as const;
}

function expectSteps(journal: RunJournal, plan: RunPlan, slides: readonly PlannedSlide[]): void {
  const perSlide: readonly Stage[] = ['script', 'narration', 'prosody', 'segments'];
  for (const stage of perSlide) journal.expect(stage, slides.length);
  journal.expect('images', slides.filter((slide) => slide.wantsPicture).length);
  journal.expect('pptx', slides.length + 1);
  journal.expect('speech', slides.length + 1);
  journal.expect('timings', 1);
  journal.expect('video', plan.video ? slides.length + 1 : 0);
  journal.expect('publish', 1);
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`No item ${index} among ${items.length}`);
  return item;
}
