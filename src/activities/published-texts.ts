import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { getJson } from '../artifacts/json-artifacts.ts';
import type { FinishedSlide, ProducedLecture, PublishInput } from '../contract/activities.ts';
import { slideNarrationSchema, slideSegmentsSchema, taggedNarrationSchema } from '../contract/schemas/narration.ts';
import { outlineSchema } from '../contract/schemas/outline.ts';
import { pictureSchema } from '../contract/schemas/picture.ts';
import { slideScriptSchema } from '../contract/schemas/slide-script.ts';
import { sourceDocumentSchema } from '../contract/schemas/source-document.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { formatCredits } from './format-credits.ts';
import { formatJson } from './format-json.ts';

/** Returns narration.txt, narration_tagged.txt and segments.json: a paragraph a slide, in the order shown. */
export async function describeSpokenText(store: ArtifactStore, slides: readonly FinishedSlide[]) {
  const narrations = await Promise.all(slides.map(({ narration }) => getJson(store, narration, slideNarrationSchema)));
  const tagged = await Promise.all(slides.map(({ tagged }) => getJson(store, tagged, taggedNarrationSchema)));
  const segments = await Promise.all(slides.map(({ segments }) => getJson(store, segments, slideSegmentsSchema)));
  return {
    narration: `${narrations.map(({ sentences }) => sentences.map(({ text }) => text).join(' ')).join('\n\n')}\n`,
    tagged: `${tagged.map(({ lines }) => lines.join('\n')).join('\n\n')}\n`,
    segments: formatJson({ slides: segments.map((slide, index) => ({ slide_number: index + 1, ...slide })) }),
  };
}

/** Returns outline.json and script.json. */
export async function describeWriting(store: ArtifactStore, { outline, slides, title }: ProducedLecture) {
  const scripts = await Promise.all(slides.map(({ script }) => getJson(store, script, slideScriptSchema)));
  return {
    outline: formatJson(await getJson(store, outline, outlineSchema)),
    script: formatJson({ title, slides: scripts.map((script, index) => ({ slide_number: index + 1, ...script })) }),
  };
}

/** Returns images_metadata.json, and a line of credits for each picture. */
export async function describePictures(store: ArtifactStore, slides: readonly FinishedSlide[]) {
  const pictures = await Promise.all(
    slides.map(async ({ picture }, index) =>
      picture === null ? [] : [{ slideNumber: index + 1, ...(await getJson(store, picture, pictureSchema)) }],
    ),
  );
  const rows = pictures.flat();
  const metadata = rows.map(({ slideNumber, slideId, image, altText, candidate }) => ({
    slide_number: slideNumber,
    slide_id: slideId,
    kind: candidate === null ? 'drawn' : 'photo',
    alt_text: altText,
    sha256: image.sha256,
    creator: candidate?.creator ?? 'Lectra',
    licence: candidate?.licence ?? 'CC0-1.0',
    licence_url: candidate?.licenceUrl ?? 'https://creativecommons.org/publicdomain/zero/1.0/',
    page_url: candidate?.pageUrl ?? null,
    provider: candidate?.provider ?? null,
  }));
  const credits = metadata.map(
    ({ slide_number, kind, creator, licence, licence_url, page_url }) =>
      `- Slide ${slide_number}: ${kind === 'drawn' ? 'drawn by Lectra for this deck' : escapeMarkdown(creator)}, [${licence}](${licence_url})${page_url === null ? '' : `, ${page_url}`}`,
  );
  return { metadata: formatJson({ images: metadata }), credits };
}

/** Returns credits.md; `pictures` are the credits of `describePictures`. */
export async function describeCredits(
  store: ArtifactStore,
  { plan, choices, lecture }: PublishInput,
  pictures: readonly string[],
): Promise<string> {
  const scripts = await Promise.all(lecture.slides.map(({ script }) => getJson(store, script, slideScriptSchema)));
  return formatCredits({
    document: plan.document === null ? null : await getJson(store, plan.document, sourceDocumentSchema),
    sourceName: plan.sourceName,
    usedPassageIds: new Set(scripts.flatMap(({ citations }) => citations.map(({ passageId }) => passageId))),
    references: plan.references,
    writer: choices.writer,
    pictures,
  });
}
