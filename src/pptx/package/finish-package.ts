import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import type { DeckInput } from '../deck-input.ts';
import { deriveThemeColors } from '../drawing/derive-theme-colors.ts';
import type { LayoutPlan } from '../drawing/placeholder-slots.ts';
import { addChartParts, relateChart } from './chart-parts.ts';
import { finishContentTypes } from './content-types.ts';
import { appPropertiesXml, corePropertiesXml } from './document-properties.ts';
import { finishBackground } from './finish-background.ts';
import {
  finishBlankLayout,
  finishNotesMaster,
  finishSlideMaster,
  finishTheme,
  setLayoutName,
  setThemeColors,
} from './finish-masters.ts';
import { finishPresentation } from './finish-presentation.ts';
import { finishLayoutShapes, finishSlideShapes } from './finish-shapes.ts';
import { notesSlideXml } from './notes-slide-xml.ts';
import type { PictureMedia } from './picture-media.ts';
import { relationshipById, relationshipsPartOf } from './relationships.ts';
import { elementsNamed, encodeXml, onlyElement, parseXmlPart, serializeXmlPart } from './xml-part.ts';
import { zipPackage } from './zip-package.ts';

const NOTES_THEME_PART = 'ppt/theme/theme2.xml';

/** What the package step needs beside the file that the library wrote. */
interface PackageInput {
  readonly deck: DeckInput;
  readonly layouts: readonly LayoutPlan[];
  /** By the sha256 of the picture. */
  readonly media: ReadonlyMap<string, PictureMedia>;
}

/** Returns the library's package with our texts, pictures and notes, made valid and the same for the same input. */
export async function finishPackage(
  written: Uint8Array,
  input: PackageInput,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const parts = new Map<string, Uint8Array>(
    Object.entries(unzipSync(written)).filter(([name]) => !name.endsWith('/') && !name.startsWith('ppt/media/')),
  );
  await finishSlides(parts, input, signal);
  finishLayouts(parts, input);
  finishThemes(parts, input.deck);
  edit(parts, 'ppt/slideMasters/slideMaster1.xml', finishSlideMaster);
  edit(parts, 'ppt/notesMasters/notesMaster1.xml', finishNotesMaster);
  edit(parts, 'ppt/presentation.xml', (part) => finishPresentation(part, input.deck.language));
  parts.set('docProps/core.xml', encodeXml(corePropertiesXml(input.deck.title, input.deck.language)));
  parts.set('docProps/app.xml', encodeXml(appPropertiesXml(input.deck.pages.length)));
  for (const { partName, bytes } of input.media.values()) parts.set(partName, bytes);
  edit(parts, '[Content_Types].xml', (part) => finishContentTypes(part, new Set(parts.keys()), NOTES_THEME_PART));
  signal.throwIfAborted();
  return zipPackage(parts);
}

async function finishSlides(
  parts: Map<string, Uint8Array>,
  { deck, layouts, media }: PackageInput,
  signal: AbortSignal,
): Promise<void> {
  let chartCount = 0;
  for (const [index, page] of deck.pages.entries()) {
    // A cancel can only be heard between two slides.
    await yieldToOthers();
    signal.throwIfAborted();
    const layout = layouts.find(({ name }) => name === page.layout);
    if (layout === undefined) throw new TypeError(`No layout ${page.layout} was planned.`);
    const slidePart = `ppt/slides/slide${index + 1}.xml`;
    const pictureParts = page.shapes.flatMap((shape) =>
      shape.kind === 'picture' ? [media.get(shape.picture.sha256)?.partName ?? ''] : [],
    );
    const charts = page.shapes
      .filter((shape) => shape.kind === 'chart')
      .map((shape, nth) => {
        const part = addChartParts(parts, shape, chartCount + nth + 1, deck);
        return { id: `rIdChart${nth + 1}`, part };
      });
    chartCount += charts.length;
    edit(parts, slidePart, (slide) => {
      finishBackground(slide);
      finishSlideShapes(
        slide,
        page.shapes,
        layout,
        deck,
        charts.map(({ id }) => id),
      );
      const embedIds = elementsNamed(slide, 'a:blip').map((blip) => blip.getAttribute('r:embed') ?? '');
      edit(parts, relationshipsPartOf(slidePart), (relationships) => {
        for (const [nth, id] of embedIds.entries()) {
          const target = (pictureParts[nth] ?? '').replace(/^ppt\//, '../');
          relationshipById(relationships, id).setAttribute('Target', target);
        }
        for (const { id, part } of charts) relateChart(relationships, id, part);
      });
    });
    parts.set(`ppt/notesSlides/notesSlide${index + 1}.xml`, encodeXml(notesSlideXml(page.notes, deck.language)));
  }
}

function finishLayouts(parts: Map<string, Uint8Array>, { deck, layouts }: PackageInput): void {
  edit(parts, 'ppt/slideLayouts/slideLayout1.xml', finishBlankLayout);
  for (const [index, plan] of layouts.entries()) {
    edit(parts, `ppt/slideLayouts/slideLayout${index + 2}.xml`, (layout) => {
      finishBackground(layout);
      setLayoutName(layout, plan.name);
      finishLayoutShapes(layout, plan, deck);
    });
  }
}

// Slide master and notes master each own a theme part (ECMA-376 part 1, 13.3.10 and 13.3.4); the library shares one. The notes
// keep black on white also under a dark deck.
function finishThemes(parts: Map<string, Uint8Array>, deck: DeckInput): void {
  edit(parts, 'ppt/theme/theme1.xml', (theme) => {
    finishTheme(theme, deck.fonts);
    parts.set(NOTES_THEME_PART, serializeXmlPart(theme));
    setThemeColors(theme, deriveThemeColors(deck.pages));
  });
  edit(parts, relationshipsPartOf('ppt/notesMasters/notesMaster1.xml'), (relationships) => {
    onlyElement(relationships, 'Relationship').setAttribute('Target', '../theme/theme2.xml');
  });
}

function edit(
  parts: Map<string, Uint8Array>,
  partName: string,
  change: (part: ReturnType<typeof parseXmlPart>) => void,
): void {
  const bytes = parts.get(partName);
  if (bytes === undefined) throw new TypeError(`The library wrote no ${partName}.`);
  const part = parseXmlPart(bytes);
  change(part);
  parts.set(partName, serializeXmlPart(part));
}
