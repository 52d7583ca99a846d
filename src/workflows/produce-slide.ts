import { isCancellation } from '@temporalio/workflow';
import type { FinishedSlide, PlannedSlide } from '../contract/activities.ts';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import type { RunPlan, VoiceChoice, WriterChoice } from '../contract/plan.ts';
import type { PictureCandidate } from '../contract/schemas/picture.ts';
import type { Warning } from '../contract/step-result.ts';
import type { RunStep } from './run-step.ts';
import { failureCodeOf } from './step-failure.ts';

/** What all slides of a run share. */
export interface SlideContext {
  readonly plan: RunPlan;
  readonly writer: WriterChoice;
  readonly voice: VoiceChoice;
  readonly pictureProviders: readonly string[];
  readonly outline: ArtifactRef;
  readonly deckTitle: string;
  readonly runStep: RunStep;
  readonly warn: (warning: Warning) => void;
}

/** One slide under way: what others wait for, each as soon as it is there. */
export interface SlideInProgress {
  readonly candidates: Promise<readonly PictureCandidate[]>;
  readonly layout: Promise<ArtifactRef>;
  readonly script: Promise<ArtifactRef>;
  readonly speech: Promise<ArtifactRef>;
  readonly stills: Promise<ArtifactRef | null>;
  readonly finished: Promise<FinishedSlide>;
}

/**
 * Starts one slide's chain: script, then picture, layout and stills on one side, narration, tags, segments and
 * speech on the other. `chosenPicture` answers once the slides before this one have their candidates too.
 */
export function produceSlide(
  context: SlideContext,
  planned: PlannedSlide,
  slide: number,
  chosenPicture: () => Promise<PictureCandidate | null>,
): SlideInProgress {
  const { plan, writer, voice, runStep } = context;

  const script = runStep(
    'writeSlide',
    { plan, writer, slide: planned.slide, outline: context.outline },
    { slide, role: writer.role },
  ).then((written) => written.script);

  const search = planned.wantsPicture
    ? script.then((written) => searchPictures(context, written, slide))
    : Promise.resolve(NOT_SEARCHED);
  const candidates = search.then(({ found }) => found);
  const picture = planned.wantsPicture
    ? both(script, search).then(([written, { problem }]) =>
        fetchPicture(context, { script: written, slide, problem }, chosenPicture),
      )
    : Promise.resolve(null);

  const laidOut = both(script, picture).then(([written, chosen]) =>
    runStep(
      'layOutSlide',
      {
        script: written,
        picture: chosen,
        theme: plan.theme,
        slideNumber: slide,
        deckTitle: context.deckTitle,
      },
      { slide },
    ),
  );
  const layout = laidOut.then((placed) => placed.layout);
  const stills = plan.video
    ? layout
        .then((placed) => runStep('encodeStills', { layout: placed, quality: plan.quality }, { slide }))
        .then((encoded) => encoded.stills)
    : Promise.resolve(null);

  const narration = script
    .then((written) => runStep('buildNarration', { script: written, language: plan.language }, { slide }))
    .then((built) => built.narration);
  const tagged = narration
    .then((text) =>
      runStep(
        'tagNarration',
        {
          narration: text,
          writer,
          language: plan.language,
          ratePercent: plan.ratePercent,
          pitchSemitones: plan.pitchSemitones,
        },
        { slide, role: writer.role },
      ),
    )
    .then((result) => result.tagged);
  const segments = both(narration, tagged)
    .then(([text, tags]) => runStep('parseSegments', { narration: text, tagged: tags }, { slide }))
    .then((parsed) => parsed.segments);
  const speech = segments
    .then((parsed) =>
      runStep('speakSlide', { segments: parsed, voice, language: plan.language }, { slide, role: voice.role }),
    )
    .then((spoken) => spoken.speech);

  const finished = Promise.all([
    script,
    picture,
    laidOut,
    narration,
    tagged,
    segments,
    speech,
    stills,
    candidates,
  ]).then(([script, picture, { layout, pagePictures }, narration, tagged, segments, speech, stills]) => ({
    id: planned.id,
    script,
    picture,
    layout,
    pagePictures,
    narration,
    tagged,
    segments,
    speech,
    stills,
  }));
  return { candidates, layout, script, speech, stills, finished };
}

/** The candidates for a slide, and why there are none, as far as the user does not know it already. */
interface PictureSearch {
  readonly found: readonly PictureCandidate[];
  readonly problem: string | null;
}

const NOT_SEARCHED: PictureSearch = { found: [], problem: null };

/** Searches where a provider answered in Prepare. A search that fails for good costs the slide its photo, not the run. */
async function searchPictures(context: SlideContext, script: ArtifactRef, slide: number): Promise<PictureSearch> {
  const { plan, pictureProviders: providers, runStep } = context;
  if (providers.length === 0 || plan.images === 0) return NOT_SEARCHED;
  try {
    const found = await runStep('searchPictures', { providers, script, limit: plan.images }, { slide });
    return { found, problem: 'no picture of its own was found' };
  } catch (error) {
    if (!isLackOfPicture(error)) throw error;
    return { found: [], problem: 'the search for a picture failed' };
  }
}

/** Fetches the chosen picture. One that cannot be had for good is replaced by a drawn one, and the user is told. */
async function fetchPicture(
  { plan, runStep, warn }: SlideContext,
  { script, slide, problem }: { readonly script: ArtifactRef; readonly slide: number; readonly problem: string | null },
  chosenPicture: () => Promise<PictureCandidate | null>,
): Promise<ArtifactRef> {
  const drawn = { candidate: null, script, theme: plan.theme };
  const draw = async (because: string | null) => {
    if (because !== null) warn({ code: 'PICTURE_DRAWN', message: `Slide ${slide}: ${because}, so one was drawn.` });
    return (await runStep('fetchPicture', drawn, { slide })).picture;
  };
  const candidate = await chosenPicture();
  if (candidate === null) return draw(problem);
  try {
    return (await runStep('fetchPicture', { ...drawn, candidate }, { slide })).picture;
  } catch (error) {
    if (!isLackOfPicture(error)) throw error;
    return draw(`the picture "${candidate.title}" could not be had`);
  }
}

/** A lost artifact is made again, and a cancel is obeyed; for all else a drawn picture is the better answer. */
function isLackOfPicture(error: unknown): boolean {
  return !isCancellation(error) && failureCodeOf(error) !== 'ARTIFACT_MISSING';
}

function both<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  return Promise.all([a, b]);
}
