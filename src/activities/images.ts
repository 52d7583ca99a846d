import { getJson, putJson } from '../artifacts/json-artifacts.ts';
import type { Activities } from '../contract/activities.ts';
import { ConfigError, InputError } from '../contract/errors.ts';
import { type PictureCandidate, pictureSchema } from '../contract/schemas/picture.ts';
import { type SlideScript, slideScriptSchema } from '../contract/schemas/slide-script.ts';
import { deckFingerprint } from '../deck/deck-fingerprint.ts';
import { pictureBoxOf, planPictureVisual } from '../deck/plan-picture-visual.ts';
import { cropPicture } from '../frames/crop-picture.ts';
import { framesFingerprint } from '../frames/frames-fingerprint.ts';
import { rasterizeVisual } from '../frames/rasterize-visual.ts';
import type { ImageProvider } from '../images/image-provider.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { defineActivity } from './run-activity.ts';

/** Stage 3, Images: candidates for a slide, then the chosen one cut to its box, or a drawn picture. */
export function createImageActivities({
  store,
  imageProviders,
}: ActivityDeps): Pick<Activities, 'searchPictures' | 'fetchPicture'> {
  return {
    searchPictures: defineActivity(store, {
      name: 'searchPictures',
      ingredients: ({ providers, script, limit }) => ({ providers, script: script.sha256, limit }),
      run: async ({ providers, script, limit }, { signal }) => {
        const { keywords } = pictureOf(await getJson(store, script, slideScriptSchema));
        const found: PictureCandidate[] = [];
        for (const id of providers) {
          if (found.length >= limit) break;
          found.push(
            ...(await providerOf(imageProviders, id).search({ keywords, limit: limit - found.length }, signal)),
          );
        }
        return { value: found, keep: found.length > 0 };
      },
    }),
    fetchPicture: defineActivity(store, {
      name: 'fetchPicture',
      ingredients: ({ candidate, script, theme }) => ({
        code: `${deckFingerprint()} ${framesFingerprint()}`,
        candidate: candidate === null ? null : { ...candidate },
        script: script.sha256,
        theme,
      }),
      run: async ({ candidate, script: scriptRef, theme }, { signal }) => {
        const script = await getJson(store, scriptRef, slideScriptSchema);
        const box = pictureBoxOf(script.layout);
        const png =
          candidate === null
            ? await rasterizeVisual(planPictureVisual(script, theme))
            : await cropPicture(await providerOf(imageProviders, candidate.provider).download(candidate, signal), box);
        const image = await store.put(png, 'image/png');
        const picture = { slideId: script.slideId, image, altText: pictureOf(script).altText, candidate };
        return { value: { picture: await putJson(store, picture, pictureSchema) } };
      },
    }),
  };
}

function pictureOf(script: SlideScript): NonNullable<SlideScript['picture']> {
  if (script.picture === null)
    throw new InputError('INPUT_INVALID', `The script of slide "${script.heading}" asks for no picture.`);
  return script.picture;
}

function providerOf(providers: readonly ImageProvider[], id: string): ImageProvider {
  const provider = providers.find((candidate) => candidate.id === id);
  if (provider === undefined) throw new ConfigError('ENGINE_MISSING', `This worker has no picture provider "${id}".`);
  return provider;
}
