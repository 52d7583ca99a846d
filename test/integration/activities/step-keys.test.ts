import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { getJson, putJson } from '../../../src/artifacts/json-artifacts.ts';
import type { Activities } from '../../../src/contract/activities.ts';
import type { ActivityName } from '../../../src/contract/activity-stages.ts';
import type { ArtifactRef } from '../../../src/contract/artifact-ref.ts';
import type { RunPlan, VoiceChoice, WriterChoice } from '../../../src/contract/plan.ts';
import { laidOutSlideSchema } from '../../../src/contract/schemas/laid-out-slide.ts';
import {
  slideNarrationSchema,
  slideSegmentsSchema,
  taggedNarrationSchema,
} from '../../../src/contract/schemas/narration.ts';
import { outlineSchema, outlineSlideSchema } from '../../../src/contract/schemas/outline.ts';
import { slideScriptSchema } from '../../../src/contract/schemas/slide-script.ts';
import { sourceDocumentSchema } from '../../../src/contract/schemas/source-document.ts';
import { spokenSlideSchema } from '../../../src/contract/schemas/timeline.ts';
import { type LocalActivities, openLocalActivities } from './lecture-in-store.ts';

/** Raises the version of one piece of code: its fingerprint gets this text appended. */
const raised = vi.hoisted(() => new Map<string, string>());

vi.mock('../../../src/deck/deck-fingerprint.ts', async (original) => {
  const { deckFingerprint } = await original<typeof import('../../../src/deck/deck-fingerprint.ts')>();
  return { deckFingerprint: () => `${deckFingerprint()}${raised.get('deck') ?? ''}` };
});
vi.mock('../../../src/frames/frames-fingerprint.ts', async (original) => {
  const { framesFingerprint } = await original<typeof import('../../../src/frames/frames-fingerprint.ts')>();
  return { framesFingerprint: () => `${framesFingerprint()}${raised.get('frames') ?? ''}` };
});
vi.mock('../../../src/pptx/pptx-fingerprint.ts', async (original) => {
  const { pptxFingerprint } = await original<typeof import('../../../src/pptx/pptx-fingerprint.ts')>();
  return { pptxFingerprint: () => `${pptxFingerprint()}${raised.get('pptx') ?? ''}` };
});
vi.mock('../../../src/narration/narration-fingerprint.ts', async (original) => {
  const { narrationFingerprint } = await original<typeof import('../../../src/narration/narration-fingerprint.ts')>();
  return { narrationFingerprint: () => `${narrationFingerprint()}${raised.get('narration') ?? ''}` };
});
vi.mock('../../../src/captions/captions-fingerprint.ts', async (original) => {
  const { captionsFingerprint } = await original<typeof import('../../../src/captions/captions-fingerprint.ts')>();
  return { captionsFingerprint: () => `${captionsFingerprint()}${raised.get('captions') ?? ''}` };
});
vi.mock('../../../src/speech/speech-fingerprint.ts', async (original) => {
  const { speechFingerprint, assemblyFingerprint } =
    await original<typeof import('../../../src/speech/speech-fingerprint.ts')>();
  return {
    speechFingerprint: (engine: string) => `${speechFingerprint(engine)}${raised.get('speech') ?? ''}`,
    assemblyFingerprint: () => `${assemblyFingerprint()}${raised.get('assembly') ?? ''}`,
  };
});

const DOCUMENT = `# Tides

How the Moon moves the sea.

## Cause

The Moon pulls on the water of the Earth. The pull is strongest on the side that faces the Moon. Water gathers there and the sea rises.

## Rhythm

Most coasts see two high tides a day. The second high tide comes about 12 hours after the first. Spring tides are higher than usual.

## Use

Sailors plan their arrival by the tide. Tidal power stations turn the flow into electricity. Mussels open when the water covers them.
`;

const WRITER: WriterChoice = { writer: 'extractive', model: null, modelDigest: null, role: 'media' };

interface Lecture {
  readonly plan: RunPlan;
  readonly outline: ArtifactRef;
  readonly slides: readonly ArtifactRef[];
  readonly script: ArtifactRef;
  readonly layout: ArtifactRef;
  readonly narration: ArtifactRef;
  readonly tagged: ArtifactRef;
  readonly segments: ArtifactRef;
  readonly speech: ArtifactRef;
  readonly voice: VoiceChoice;
}

describe('step keys', () => {
  let local: LocalActivities;
  let lecture: Lecture;

  beforeAll(async () => {
    local = await openLocalActivities();
    lecture = await makeLecture(local);
  });
  afterAll(() => local[Symbol.asyncDispose]());
  beforeEach(() => raised.clear());

  /** Runs a step with its usual input, which must be reused, then with one ingredient changed, which must run again. */
  async function expectRunsAgain<Name extends ActivityName>(
    name: Name,
    input: Parameters<Activities[Name]>[0],
    change: { input?: Partial<Parameters<Activities[Name]>[0]>; code?: string },
  ): Promise<void> {
    await local.run(name, input);
    expect((await local.run(name, input)).cached, 'the same ingredients').toBe(true);
    if (change.code !== undefined) raised.set(change.code, ' raised');
    expect((await local.run(name, { ...input, ...change.input })).cached, 'one ingredient changed').toBe(false);
  }

  const altered = {
    document: async () =>
      alter(local, required(lecture.plan.document), sourceDocumentSchema, (value) => ({ ...value, name: 'other.md' })),
    script: async () =>
      alter(local, lecture.script, slideScriptSchema, (value) => ({ ...value, heading: 'Another heading' })),
    slide: async () =>
      alter(local, required(lecture.slides[1]), outlineSlideSchema, (value) => ({
        ...value,
        heading: 'Another heading',
      })),
    layout: async () => alter(local, lecture.layout, laidOutSlideSchema, (value) => ({ ...value, theme: 'paper ' })),
    narration: async () =>
      alter(local, lecture.narration, slideNarrationSchema, (value) => ({ ...value, slideId: `${value.slideId}x` })),
    tagged: async () =>
      alter(local, lecture.tagged, taggedNarrationSchema, (value) => ({ ...value, slideId: `${value.slideId}x` })),
    segments: async () =>
      alter(local, lecture.segments, slideSegmentsSchema, (value) => ({ ...value, slideId: `${value.slideId}x` })),
    speech: async () =>
      alter(local, lecture.speech, spokenSlideSchema, (value) => ({ ...value, slideId: `${value.slideId}x` })),
  };

  describe('writeOutline runs again for another', () => {
    const input = () => ({ plan: lecture.plan, writer: WRITER });
    const plan = (change: Partial<RunPlan>) => ({ input: { plan: { ...lecture.plan, ...change } } });
    test('document', async () =>
      expectRunsAgain('writeOutline', input(), plan({ document: await altered.document() })));
    test('number of slides', () => expectRunsAgain('writeOutline', input(), plan({ slides: 4 })));
    test('variation', () => expectRunsAgain('writeOutline', input(), plan({ variation: 1 })));
    test('model', () => expectRunsAgain('writeOutline', input(), { input: { writer: { ...WRITER, model: 'other' } } }));
    test('version of the writer', async () => {
      const embeddedWriter = { ...local.deps.embeddedWriter, fingerprint: 'raised' };
      expect((await local.run('writeOutline', input(), { embeddedWriter })).cached).toBe(false);
    });
    test('but not for another theme, voice or quality, which it does not use', async () => {
      await local.run('writeOutline', input());
      const others = {
        quality: '720p',
        video: false,
        images: 0,
        ratePercent: 10,
        captions: 'none',
        project: 'other',
      } as const;
      expect((await local.run('writeOutline', { plan: { ...lecture.plan, ...others }, writer: WRITER })).cached).toBe(
        true,
      );
    });
  });

  describe('writeSlide runs again for another', () => {
    const input = () => ({
      plan: lecture.plan,
      writer: WRITER,
      slide: required(lecture.slides[1]),
      outline: lecture.outline,
    });
    test('plan of the slide', async () =>
      expectRunsAgain('writeSlide', input(), { input: { slide: await altered.slide() } }));
    test('document', async () =>
      expectRunsAgain('writeSlide', input(), {
        input: { plan: { ...lecture.plan, document: await altered.document() } },
      }));
    test('variation', () =>
      expectRunsAgain('writeSlide', input(), { input: { plan: { ...lecture.plan, variation: 1 } } }));
    test('but not for another position of the slide', async () => {
      const moved = await alter(local, lecture.outline, outlineSchema, ({ slides, ...rest }) => ({
        ...rest,
        slides: slides.toReversed(),
      }));
      await local.run('writeSlide', input());
      expect((await local.run('writeSlide', { ...input(), outline: moved })).cached).toBe(true);
    });
  });

  describe('layOutSlide runs again for another', () => {
    const input = () => ({
      script: lecture.script,
      picture: null,
      theme: 'paper' as const,
      slideNumber: 2,
      deckTitle: 'Tides',
    });
    test('script', async () => expectRunsAgain('layOutSlide', input(), { input: { script: await altered.script() } }));
    test('drawn number', () => expectRunsAgain('layOutSlide', input(), { input: { slideNumber: 3 } }));
    test('deck title', () => expectRunsAgain('layOutSlide', input(), { input: { deckTitle: 'Ebb' } }));
    test('version of the layouts', () => expectRunsAgain('layOutSlide', input(), { code: 'deck' }));
    test('version of the drawing code', () => expectRunsAgain('layOutSlide', input(), { code: 'frames' }));
  });

  describe('buildDeck runs again for another', () => {
    const input = () => ({
      title: 'Tides',
      language: 'en',
      theme: 'paper' as const,
      slides: [{ script: lecture.script, layout: lecture.layout }],
      references: [],
    });
    test('title', () => expectRunsAgain('buildDeck', input(), { input: { title: 'Ebb' } }));
    test('page to credit', () =>
      expectRunsAgain('buildDeck', input(), {
        input: {
          references: [
            {
              title: 'Tide',
              url: 'https://wiki.example/1',
              creator: 'A',
              licence: 'CC0',
              licenceUrl: 'https://cc.example/',
            },
          ],
        },
      }));
    test('language', () => expectRunsAgain('buildDeck', input(), { input: { language: 'en-GB' } }));
    test('layout', async () =>
      expectRunsAgain('buildDeck', input(), {
        input: { slides: [{ script: lecture.script, layout: await altered.layout() }] },
      }));
    test('version of the PPTX code', () => expectRunsAgain('buildDeck', input(), { code: 'pptx' }));
  });

  describe('the narration steps run again for another', () => {
    const tagInput = () => ({
      narration: lecture.narration,
      writer: WRITER,
      language: 'en',
      ratePercent: 0,
      pitchSemitones: 0,
    });
    test('script', async () =>
      expectRunsAgain(
        'buildNarration',
        { script: lecture.script, language: 'en' },
        { input: { script: await altered.script() } },
      ));
    test('version of the narration code', () =>
      expectRunsAgain('buildNarration', { script: lecture.script, language: 'en' }, { code: 'narration' }));
    test('narration', async () =>
      expectRunsAgain('tagNarration', tagInput(), { input: { narration: await altered.narration() } }));
    test('rate', () => expectRunsAgain('tagNarration', tagInput(), { input: { ratePercent: 5 } }));
    test('pitch', () => expectRunsAgain('tagNarration', tagInput(), { input: { pitchSemitones: 1 } }));
    test('tags', async () =>
      expectRunsAgain(
        'parseSegments',
        { narration: lecture.narration, tagged: lecture.tagged },
        { input: { tagged: await altered.tagged() } },
      ));
  });

  describe('speakSlide and what follows run again for another', () => {
    const speakInput = () => ({ segments: lecture.segments, voice: lecture.voice, language: 'en' });
    test('text', async () =>
      expectRunsAgain('speakSlide', speakInput(), { input: { segments: await altered.segments() } }));
    test('voice', async () => {
      const voices = await required(local.deps.embeddedSpeech[0]).listVoices('en');
      const other = required(voices.find(({ id }) => id !== lecture.voice.voice));
      await expectRunsAgain('speakSlide', speakInput(), { input: { voice: { ...lecture.voice, voice: other.id } } });
    });
    test('version of the speech code', () => expectRunsAgain('speakSlide', speakInput(), { code: 'speech' }));
    test('slide in the narration', async () =>
      expectRunsAgain(
        'assembleNarration',
        { speech: [lecture.speech] },
        { input: { speech: [lecture.speech, await altered.speech()] } },
      ));
    test('version of the assembly', () =>
      expectRunsAgain('assembleNarration', { speech: [lecture.speech] }, { code: 'assembly' }));
    test('layout in the timings', async () => {
      const { speech, layout } = lecture;
      await expectRunsAgain(
        'calculateTimings',
        { slides: [{ layout, speech }], language: 'en' },
        { input: { slides: [{ layout: await altered.layout(), speech }] } },
      );
    });
    test('version of the captions', () =>
      expectRunsAgain(
        'calculateTimings',
        { slides: [{ layout: lecture.layout, speech: lecture.speech }], language: 'en' },
        { code: 'captions' },
      ));
    test('layout of the stills', async () =>
      expectRunsAgain(
        'encodeStills',
        { layout: lecture.layout, quality: '720p' },
        { input: { layout: await altered.layout() } },
      ));
    test('quality of the stills', () =>
      expectRunsAgain('encodeStills', { layout: lecture.layout, quality: '720p' }, { input: { quality: '1080p' } }));
  });
});

async function makeLecture(local: LocalActivities): Promise<Lecture> {
  const artifact = await local.deps.store.put(new TextEncoder().encode(DOCUMENT), 'text/markdown');
  const {
    value: { plan },
  } = await local.run('prepareRun', {
    request: { source: { artifact, name: 'tides.md' }, slides: 5 },
    workflowId: 'lectra-tides',
  });
  const { value: outlined } = await local.run('writeOutline', { plan, writer: WRITER });
  const slides = outlined.slides.map(({ slide }) => slide);
  const { outline } = outlined;
  const { script } = (await local.run('writeSlide', { plan, writer: WRITER, slide: required(slides[1]), outline }))
    .value;
  const { layout } = (
    await local.run('layOutSlide', { script, picture: null, theme: 'paper', slideNumber: 2, deckTitle: 'Tides' })
  ).value;
  const { narration } = (await local.run('buildNarration', { script, language: 'en' })).value;
  const { tagged } = (
    await local.run('tagNarration', { narration, writer: WRITER, language: 'en', ratePercent: 0, pitchSemitones: 0 })
  ).value;
  const { segments } = (await local.run('parseSegments', { narration, tagged })).value;
  const voice = required(plan.embeddedVoice);
  const { speech } = (await local.run('speakSlide', { segments, voice, language: 'en' })).value;
  return { plan, outline, slides, script, layout, narration, tagged, segments, speech, voice };
}

async function alter<T>(
  { deps: { store } }: LocalActivities,
  ref: ArtifactRef,
  schema: Parameters<typeof getJson<T>>[2],
  change: (value: T) => T,
): Promise<ArtifactRef> {
  return putJson(store, change(await getJson(store, ref, schema)), schema);
}

function required<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new TypeError('The lecture of the test lacks a part');
  return value;
}
