import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { getJson, putJson } from '../artifacts/json-artifacts.ts';
import type { Activities } from '../contract/activities.ts';
import type { ArtifactRef } from '../contract/artifact-ref.ts';
import { type LaidOutPage, laidOutSlideSchema } from '../contract/schemas/laid-out-slide.ts';
import { type Picture, pictureSchema } from '../contract/schemas/picture.ts';
import { slideScriptSchema } from '../contract/schemas/slide-script.ts';
import { deckFingerprint } from '../deck/deck-fingerprint.ts';
import { layOutSlide } from '../deck/lay-out-slide.ts';
import { plainStillOf } from '../deck/plain-still-of.ts';
import { listVisuals, resolveVisuals } from '../deck/resolve-visuals.ts';
import { themeOf } from '../deck/theme-of.ts';
import { drawStill } from '../frames/draw-still.ts';
import { encodePng } from '../frames/encode-png.ts';
import { framesFingerprint } from '../frames/frames-fingerprint.ts';
import { rasterizeVisual } from '../frames/rasterize-visual.ts';
import { assignSentencesToPages } from '../narration/assign-sentences-to-pages.ts';
import { pptxFingerprint } from '../pptx/pptx-fingerprint.ts';
import { type DeckPage, writeDeck } from '../pptx/write-deck.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { formatReferenceNotes } from './format-reference-notes.ts';
import { formatSourceNote } from './format-source-note.ts';
import { defineActivity } from './run-activity.ts';

/** Raise it when the notes of the same slide change. */
const NOTES_FINGERPRINT = 'notes-2';
const PPTX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
const PAGE_PICTURE_SIZE = { widthPx: 1920, heightPx: 1080 };

/** Stage 4, PPTX: each slide becomes placed shapes and pictures of its pages; all of them become the deck. */
export function createPptxActivities({ store, measurer }: ActivityDeps): Pick<Activities, 'layOutSlide' | 'buildDeck'> {
  return {
    layOutSlide: defineActivity(store, {
      name: 'layOutSlide',
      ingredients: ({ script, picture, theme, slideNumber, deckTitle }) => ({
        code: `${deckFingerprint()} ${framesFingerprint()}`,
        script: script.sha256,
        picture: picture?.sha256 ?? null,
        theme,
        slideNumber,
        deckTitle,
      }),
      run: async ({ script, picture, theme, slideNumber, deckTitle }) => {
        const draft = layOutSlide({
          script: await getJson(store, script, slideScriptSchema),
          theme,
          slideNumber,
          deckTitle,
          picture: picture === null ? null : toPlacement(await getJson(store, picture, pictureSchema)),
          measurer,
        });
        const visuals = new Map<string, ArtifactRef>();
        for (const visual of listVisuals(draft)) {
          visuals.set(JSON.stringify(visual), await store.put(await rasterizeVisual(visual), 'image/png'));
        }
        const laidOut = resolveVisuals(draft, (visual) => required(visuals.get(JSON.stringify(visual))));
        const pagePictures: ArtifactRef[] = [];
        for (const page of laidOut.pages) pagePictures.push(await drawPage(store, page));
        return { value: { layout: await putJson(store, laidOut, laidOutSlideSchema), pagePictures } };
      },
    }),
    buildDeck: defineActivity(store, {
      name: 'buildDeck',
      ingredients: ({ title, language, theme, slides, references }) => ({
        code: `${pptxFingerprint()} ${deckFingerprint()} ${NOTES_FINGERPRINT}`,
        title,
        language,
        theme,
        slides: slides.map(({ script, layout }) => [script.sha256, layout.sha256]),
        references: formatReferenceNotes(references, language),
      }),
      run: async ({ title, language, theme, slides, references }, { signal }) => {
        const pages: DeckPage[] = [];
        for (const slide of slides) pages.push(...(await deckPagesOf(store, slide, language)));
        const credited = creditOnLastPage(pages, formatReferenceNotes(references, language));
        const { head, body } = themeOf(theme);
        const deck = await writeDeck(
          {
            title,
            language,
            fonts: { head: head.family, body: body.family },
            pages: credited,
            loadPicture: (ref) => store.get(ref),
          },
          signal,
        );
        return { value: { deck: await store.put(deck, PPTX_MEDIA_TYPE) } };
      },
    }),
  };
}

async function drawPage(store: ArtifactStore, page: LaidOutPage): Promise<ArtifactRef> {
  const still = await drawStill({
    shapes: plainStillOf(page).shapes,
    background: page.background,
    ...PAGE_PICTURE_SIZE,
    loadPicture: (ref) => store.get(ref),
  });
  return store.put(await encodePng(still), 'image/png');
}

function creditOnLastPage(pages: readonly DeckPage[], credits: readonly string[]): readonly DeckPage[] {
  return pages.map((page, index) =>
    index === pages.length - 1 ? { ...page, notes: [...page.notes, ...credits] } : page,
  );
}

/** Notes say what is spoken on each page, then where it comes from. */
async function deckPagesOf(
  store: ArtifactStore,
  slide: { readonly script: ArtifactRef; readonly layout: ArtifactRef },
  language: string,
): Promise<DeckPage[]> {
  const script = await getJson(store, slide.script, slideScriptSchema);
  const { layout, pages } = await getJson(store, slide.layout, laidOutSlideSchema);
  const pageOfSentence = assignSentencesToPages(
    script.narration.map(({ supports }) => supports),
    pages,
  );
  const source = formatSourceNote(
    script.citations.map(({ place }) => place),
    language,
  );
  return pages.map((page, index) => ({
    layout: index === 0 ? layout : 'further',
    background: page.background,
    shapes: plainStillOf(page).shapes,
    notes: [
      ...script.narration.filter((_, sentence) => pageOfSentence[sentence] === index).map(({ text }) => text),
      ...(source === null ? [] : [source]),
    ],
  }));
}

function toPlacement({ image, altText, candidate }: Picture) {
  const credit =
    candidate === null ? null : `Photo: ${candidate.creator} · ${candidate.licence} · ${candidate.provider}`;
  return { image, altText, credit };
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new TypeError('A visual was asked for that the layout does not list');
  return value;
}
