import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { getJson } from '../artifacts/json-artifacts.ts';
import type { Activities } from '../contract/activities.ts';
import { type LaidOutSlide, laidOutSlideSchema } from '../contract/schemas/laid-out-slide.ts';
import { timelineSchema } from '../contract/schemas/timeline.ts';
import { FRAMES_PER_SECOND } from '../contract/video-timing.ts';
import { drawStill } from '../frames/draw-still.ts';
import { framesFingerprint } from '../frames/frames-fingerprint.ts';
import { PictureCache } from '../frames/picture-cache.ts';
import { assembleVideo } from '../video/assemble-video.ts';
import { encodeStills } from '../video/encode-stills.ts';
import { parseEncodedStills, serializeEncodedStills } from '../video/encoded-stills.ts';
import { videoFingerprint } from '../video/video-fingerprint.ts';
import { videoSizeOf } from '../video/video-size.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { defineActivity } from './run-activity.ts';

const STILLS_MEDIA_TYPE = 'application/x-lectra-stills';
/** The stills of a slide show the same few pictures again and again. */
const PICTURES_IN_MEMORY = 4;

/** Stage 10, Generate Video: each slide's stills are encoded once, then repeated for as long as the voice needs. */
export function createVideoActivities(deps: ActivityDeps): Pick<Activities, 'encodeStills' | 'assembleVideo'> {
  const { store } = deps;
  return {
    encodeStills: defineActivity(store, {
      name: 'encodeStills',
      ingredients: async ({ layout, quality }) => ({
        code: `${framesFingerprint()} ${videoFingerprint(await deps.ffmpeg())}`,
        layout: layout.sha256,
        quality,
      }),
      run: async ({ layout, quality }, { signal }) => {
        const size = videoSizeOf(quality);
        const frames = drawStills(store, await getJson(store, layout, laidOutSlideSchema), size);
        const encoded = await encodeStills(
          { ffmpeg: await deps.ffmpeg(), frames, ...size, fps: FRAMES_PER_SECOND },
          signal,
        );
        return { value: { stills: await store.put(serializeEncodedStills(encoded), STILLS_MEDIA_TYPE) } };
      },
    }),
    assembleVideo: defineActivity(store, {
      name: 'assembleVideo',
      ingredients: async ({ title, language, timeline, slides, aac, srt }) => ({
        code: videoFingerprint(await deps.ffmpeg()),
        title,
        language,
        timeline: timeline.sha256,
        stills: slides.map(({ stills }) => stills.sha256),
        aac: aac.sha256,
        srt: srt?.sha256 ?? null,
      }),
      run: async ({ title, language, timeline, slides, aac, srt }, { signal, report }) => {
        const layouts = await Promise.all(slides.map(({ layout }) => getJson(store, layout, laidOutSlideSchema)));
        const slideOf = (slideId: string) => {
          const index = layouts.findIndex((layout) => layout.slideId === slideId);
          const [layout, slide] = [layouts[index], slides[index]];
          if (layout === undefined || slide === undefined)
            throw new RangeError(`The timeline shows an unknown slide ${slideId}`);
          return { layout, slide };
        };
        await using folder = await store.makeWorkFolder();
        const outputPath = `${folder.path}/presentation.mp4`;
        await assembleVideo(
          {
            ffmpeg: await deps.ffmpeg(),
            timeline: await getJson(store, timeline, timelineSchema),
            stillsOf: async (slideId) => parseEncodedStills(await store.get(slideOf(slideId).slide.stills)),
            stillCounts: (slideId) => slideOf(slideId).layout.pages.map(({ stills }) => stills.length),
            aacPath: await store.pathOf(aac),
            srt: srt === null ? null : { path: await store.pathOf(srt) },
            title,
            language,
            outputPath,
            workDir: folder.path,
            onProgress: (share) => report({ share }),
          },
          signal,
        );
        return { value: { video: await store.putFile(outputPath, 'video/mp4') } };
      },
    }),
  };
}

/** Draws the stills of a slide one after another, page by page, so that only one is in memory. */
async function* drawStills(
  store: ArtifactStore,
  { pages }: LaidOutSlide,
  size: { readonly widthPx: number; readonly heightPx: number },
) {
  const pictures = new PictureCache(PICTURES_IN_MEMORY);
  for (const { background, stills } of pages) {
    for (const { shapes } of stills) {
      yield await drawStill({ shapes, background, ...size, loadPicture: (ref) => store.get(ref), pictures });
    }
  }
}
