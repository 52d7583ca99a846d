import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createActivities } from '../../../src/activities/create-activities.ts';
import type { ArtifactStore } from '../../../src/artifacts/artifact-store.ts';
import { listRefs } from '../../../src/artifacts/list-refs.ts';
import { openArtifactStore } from '../../../src/artifacts/open-artifact-store.ts';
import type { Activities } from '../../../src/contract/activities.ts';
import type { ActivityName } from '../../../src/contract/activity-stages.ts';
import type { ArtifactRef } from '../../../src/contract/artifact-ref.ts';
import type { PresentationResult } from '../../../src/contract/result.ts';
import { hashLecture } from '../../e2e/read-folder.ts';
import { SHORT_DOCUMENT } from '../../e2e/short-lecture.ts';
import { type LocalActivities, openLocalActivities } from '../activities/lecture-in-store.ts';
import { cliNote, findTestCli } from '../temporal/find-test-cli.ts';
import { WorkflowRig } from '../workflows/workflow-rig.ts';
import { beforeOnce, DAMAGES, type Damage, damageBlob, harmOnce, removePart } from './damage-once.ts';

/** The step that makes an artifact, and where its reference stands in the value. */
type Maker = readonly [name: ActivityName, refIn: (value: never) => ArtifactRef | undefined];

/** Every kind of artifact of a lecture. */
const ARTIFACTS = {
  document: ['prepareRun', (value: { plan: { document: ArtifactRef } }) => value.plan.document],
  outline: ['writeOutline', (value: { outline: ArtifactRef }) => value.outline],
  'plan of a slide': ['writeOutline', (value: { slides: { slide: ArtifactRef }[] }) => value.slides[1]?.slide],
  script: ['writeSlide', (value: { script: ArtifactRef }) => value.script],
  picture: ['fetchPicture', (value: { picture: ArtifactRef }) => value.picture],
  layout: ['layOutSlide', (value: { layout: ArtifactRef }) => value.layout],
  'picture of a page': ['layOutSlide', (value: { pagePictures: ArtifactRef[] }) => value.pagePictures[0]],
  deck: ['buildDeck', (value: { deck: ArtifactRef }) => value.deck],
  narration: ['buildNarration', (value: { narration: ArtifactRef }) => value.narration],
  'tagged narration': ['tagNarration', (value: { tagged: ArtifactRef }) => value.tagged],
  segments: ['parseSegments', (value: { segments: ArtifactRef }) => value.segments],
  speech: ['speakSlide', (value: { speech: ArtifactRef }) => value.speech],
  stills: ['encodeStills', (value: { stills: ArtifactRef }) => value.stills],
  MP3: ['assembleNarration', (value: { mp3: ArtifactRef }) => value.mp3],
  AAC: ['assembleNarration', (value: { aac: ArtifactRef }) => value.aac],
  timeline: ['calculateTimings', (value: { timeline: ArtifactRef }) => value.timeline],
  SRT: ['calculateTimings', (value: { srt: ArtifactRef }) => value.srt],
  VTT: ['calculateTimings', (value: { vtt: ArtifactRef }) => value.vtt],
  video: ['assembleVideo', (value: { video: ArtifactRef }) => value.video],
} as const satisfies Record<string, Maker>;
type Kind = keyof typeof ARTIFACTS;

const KINDS = Object.keys(ARTIFACTS) as Kind[];
const WAYS = Object.keys(DAMAGES) as Damage[];

const cli = await findTestCli();
let rig: WorkflowRig;
let local: LocalActivities;
let document: Buffer;
let source: ArtifactRef;
let undisturbed: Readonly<Record<string, string>>;
const folders: string[] = [];

/** One lecture in a store of its own, with activities that the test may spoil. */
async function makeLecture(spoil: (activities: Activities, store: ArtifactStore) => Activities = (same) => same) {
  const folder = await mkdtemp(join(tmpdir(), 'lectra-damage-'));
  folders.push(folder);
  const store = await openArtifactStore({ folder: join(folder, 'artifacts') });
  source = await store.put(document, 'text/markdown');
  const activities = createActivities({ ...local.deps, store, outputFolder: join(folder, 'output') });
  const request = { source: { artifact: source, name: 'tides.md' }, slides: 6, quality: '720p' } as const;
  const result = await rig.run({ activities: spoil(activities, store), request }, (handle) => handle.result());
  return { result, files: await hashLecture(result.project_dir) };
}

function refOf(kind: Kind, value: unknown): ArtifactRef {
  const [name, refIn]: Maker = ARTIFACTS[kind];
  // The row names the value of this very activity.
  const ref = refIn(value as never);
  if (ref === undefined) throw new TypeError(`The value of ${name} has no ${kind}`);
  return ref;
}

/** What stands behind an artifact of JSON, such as the sound of a speech; nothing for any other. */
async function namedBy(store: ArtifactStore, ref: ArtifactRef): Promise<readonly ArtifactRef[]> {
  if (ref.mediaType !== 'application/json') return [];
  return listRefs(JSON.parse(new TextDecoder().decode(await store.get(ref))));
}

function codesOf({ warnings }: PresentationResult): readonly string[] {
  return warnings.map(({ code }) => code);
}

describe.skipIf(cli === null)(`what is lost in the middle of a run is made again${cliNote(cli)}`, () => {
  beforeAll(async () => {
    rig = await WorkflowRig.start(cli?.path ?? '');
    local = await openLocalActivities();
    document = await readFile(SHORT_DOCUMENT);
    const first = await makeLecture();
    expect(codesOf(first.result)).not.toContain('ARTIFACT_REMADE');
    undisturbed = first.files;
    expect(Object.keys(undisturbed).length).toBeGreaterThan(14);
  });
  afterAll(async () => {
    await rig?.[Symbol.asyncDispose]();
    await local?.[Symbol.asyncDispose]();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });

  // A run mends itself twice; what is lost a third time it leaves to `lectra resume`.
  it.each([
    [
      ['document', 'it is gone'],
      ['layout', 'it is empty'],
    ],
    [
      ['script', 'one byte is another'],
      ['AAC', 'the second half is gone'],
    ],
  ] as const)('%j and %j, as soon as each is stored', async (...harms) => {
    const isHarmed: (() => boolean)[] = [];
    const { result, files } = await makeLecture((activities, store) => {
      let spoilt = activities;
      for (const [kind, way] of harms) {
        const [name] = ARTIFACTS[kind];
        const harmed = harmOnce(spoilt, name, async (value) => damageBlob(store, refOf(kind, value), way));
        isHarmed.push(harmed.isDone);
        spoilt = harmed.activities;
      }
      return spoilt;
    });
    expect(isHarmed.map((isDone) => isDone())).toEqual(harms.map(() => true));
    expect(files).toEqual(undisturbed);
    expect(codesOf(result)).toContain('ARTIFACT_REMADE');
  });

  it('one artifact of every kind at once, and what only they name, just before publishing', async () => {
    const made = new Map<Kind, ArtifactRef>();
    const { result, files } = await makeLecture((activities, store) => {
      let spoilt = activities;
      for (const kind of KINDS) {
        spoilt = harmOnce(
          spoilt,
          ARTIFACTS[kind][0],
          async (value) => void made.set(kind, refOf(kind, value)),
        ).activities;
      }
      return beforeOnce(spoilt, 'publish', async () => {
        const inner = await Promise.all([...made.values()].map((ref) => namedBy(store, ref)));
        for (const [index, ref] of [...made.values(), ...inner.flat()].entries()) {
          await damageBlob(store, ref, WAYS[index % WAYS.length] ?? 'it is gone');
        }
      });
    });
    expect([...made.keys()].sort()).toEqual([...KINDS].sort());
    expect(files).toEqual(undisturbed);
    expect(codesOf(result)).toContain('ARTIFACT_REMADE');
  });

  it('the whole index and all work in progress, which nobody needs to be told', async () => {
    const { result, files } = await makeLecture((activities, store) => {
      const harmed = harmOnce(activities, 'parseSegments', async () => {
        await removePart(store, 'steps');
        await removePart(store, 'work');
      });
      return harmed.activities;
    });
    expect(files).toEqual(undisturbed);
    expect(codesOf(result)).not.toContain('ARTIFACT_REMADE');
  });

  it('but the source only the user has, and is asked for it in one sentence', async () => {
    const failure = await makeLecture((activities, store) =>
      beforeOnce(activities, 'prepareRun', () => removePart(store, 'blobs')),
    ).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      cause: { type: 'SOURCE_MISSING', message: expect.stringContaining('"tides.md"') },
    });
    expect(failure).toMatchObject({ cause: { message: expect.stringContaining('give it again') } });
  });

  it('also a source of which one byte is another', async () => {
    const failure = await makeLecture((activities, store) =>
      beforeOnce(activities, 'prepareRun', () => damageBlob(store, source, 'one byte is another')),
    ).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      cause: { type: 'SOURCE_MISSING', message: expect.stringContaining('"tides.md"') },
    });
  });

  it("fits today's workflow code when it is replayed", async () => {
    expect(await rig.replayAll()).toBeGreaterThan(5);
  });
});
