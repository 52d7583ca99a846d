import type { Exhibit } from '../../../src/contract/schemas/exhibit.ts';
import type { PlacedShape, TextShape } from '../../../src/contract/schemas/laid-out-slide.ts';
import type { SlideScript } from '../../../src/contract/schemas/slide-script.ts';
import type { DraftPage, DraftShape, DraftSlide } from '../../../src/deck/draft-slide.ts';
import { layOutSlide } from '../../../src/deck/lay-out-slide.ts';
import type { TextMeasurer } from '../../../src/deck/text-measurer.ts';

/** A ruler without fonts: wide, middle and narrow letters, a little wider in bold. */
export const plainMeasurer: TextMeasurer = {
  widthIn(text, { sizePt, bold, trackingPt }) {
    const em = [...text].reduce(
      (sum, letter) => sum + (/[mwMWA-Z]/u.test(letter) ? 0.75 : /[il .,\u00A0]/u.test(letter) ? 0.26 : 0.5),
      0,
    );
    return (em * sizePt * (bold ? 1.05 : 1) + text.length * trackingPt) / 72;
  },
};

/** What a slide of a layout shows by default: one row of the table for each point. */
export function exhibitFor(layout: SlideScript['layout'], points: readonly string[]): Exhibit | null {
  switch (layout) {
    case 'table':
      return {
        kind: 'table',
        columns: ['Store', 'Volume, km³'],
        rows: (points.length === 0 ? ['Sea'] : points).map((text, index) => [text, String(index)]),
        isNumeric: [false, true],
        unit: null,
        source: 'Shiklomanov, 1993',
      };
    case 'chart':
      return {
        kind: 'chart',
        form: 'bars',
        unit: 'Thousand km³ a year',
        items: [
          { label: 'Rain on the sea', value: 373, shown: '373' },
          { label: 'Rain on land', value: 113, shown: '113' },
        ],
        highlight: 0,
        source: 'Trenberth et al., 2007',
      };
    case 'big-number':
      return { kind: 'big-number', figure: '96.5 %', share: 0.965 };
    case 'quote':
      return {
        kind: 'quote',
        text: 'If there is magic on this planet, it is water',
        who: 'Loren Eiseley',
        where: '1957',
      };
    case 'definition':
      return { kind: 'definition', term: 'Transpiration', meaning: 'The loss of water from plants into the air' };
    default:
      return null;
  }
}

export function scriptOf(part: Partial<SlideScript>): SlideScript {
  const points = part.points ?? [];
  return {
    slideId: 'evaporation',
    layout: 'bullets',
    heading: 'Evaporation lifts water into the air',
    subtitle: null,
    exhibit: exhibitFor(part.layout ?? 'bullets', points),
    points,
    picture: null,
    narration:
      points.length === 0
        ? [{ text: 'A sentence.', supports: null }]
        : points.map((text, supports) => ({ text, supports })),
    citations: [],
    progress: null,
    smallPrint: [],
    ...part,
  };
}

export function layOut(
  part: Partial<SlideScript>,
  measurer: TextMeasurer = plainMeasurer,
  slideNumber = 5,
): DraftSlide {
  return layOutSlide({
    script: scriptOf(part),
    theme: 'paper',
    slideNumber,
    deckTitle: 'The water cycle',
    picture: null,
    measurer,
  });
}

export function listTexts(page: DraftPage): TextShape[] {
  return (page.stills.at(-1)?.shapes ?? []).filter((shape) => shape.kind === 'text');
}

export function findText(page: DraftPage, placeholder: TextShape['placeholder']): TextShape {
  const found = listTexts(page).find((shape) => shape.placeholder === placeholder);
  if (found === undefined) throw new Error(`The page "${page.title}" has no ${placeholder}`);
  return found;
}

const SLACK_IN = 0.002;
const SLIDE = { widthIn: 13.333, heightIn: 7.5 };

/** Returns one sentence for each place where something leaves its box, its slide, or runs into other text. */
export function listMisplacements(slide: DraftSlide): string[] {
  return slide.pages.flatMap((page, pageIndex) =>
    page.stills.flatMap((still) => {
      const where = `page ${pageIndex + 1} ${still.state}`;
      const shapes = still.shapes.flatMap(withParts);
      const texts = shapes.filter((shape) => shape.kind === 'text');
      const boxes = shapes.filter((shape) => shape.kind !== 'line');
      return [
        ...boxes.filter((box) => isOutside(box)).map(({ kind }) => `${where}: a ${kind} leaves the slide`),
        ...texts.flatMap((text) => listEscapes(text).map((line) => `${where}: "${line}" leaves its box`)),
        ...texts
          .filter((text) => paragraphsHeightIn(text) > text.heightIn + SLACK_IN)
          .map(() => `${where}: paragraphs leave their box`),
        ...listCollisions(texts).map((pair) => `${where}: ${pair}`),
      ];
    }),
  );
}

/** A shape and what stands in it: the cells of a table, the bars and labels of a chart. */
export function withParts<T extends DraftShape>(shape: T): (T | PlacedShape)[] {
  if (shape.kind === 'table') return [shape, ...shape.rows.flatMap(({ cells }) => cells)];
  return shape.kind === 'chart' ? [shape, ...shape.drawn] : [shape];
}

function isOutside(box: {
  readonly xIn: number;
  readonly yIn: number;
  readonly widthIn: number;
  readonly heightIn: number;
}) {
  return (
    box.xIn < -SLACK_IN ||
    box.yIn < -SLACK_IN ||
    box.xIn + box.widthIn > SLIDE.widthIn + SLACK_IN ||
    box.yIn + box.heightIn > SLIDE.heightIn + SLACK_IN
  );
}

interface Extent {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A line reaches from 0.9 em above its baseline to 0.22 em below it: what the faces draw, accents included. */
function extentsOf(shape: TextShape): Extent[] {
  return shape.lines.map(({ xIn, widthIn, baselineIn, runs }) => {
    const emIn = Math.max(...runs.map(({ sizePt }) => sizePt)) / 72;
    const text = runs.map((run) => run.text).join('');
    return { text, left: xIn, right: xIn + widthIn, top: baselineIn - 0.9 * emIn, bottom: baselineIn + 0.22 * emIn };
  });
}

function listEscapes(shape: TextShape): string[] {
  return extentsOf(shape)
    .filter(
      ({ left, right, top, bottom }) =>
        left < shape.xIn - SLACK_IN ||
        right > shape.xIn + shape.widthIn + SLACK_IN ||
        top < shape.yIn - SLACK_IN ||
        bottom > shape.yIn + shape.heightIn + SLACK_IN,
    )
    .map(({ text }) => text);
}

/** Heights as an office program adds them up, when it breaks lines where we do. */
function paragraphsHeightIn({ paragraphs, lines }: TextShape): number {
  const sizePt = paragraphs[0]?.runs[0]?.sizePt ?? 0;
  return (
    (lines.length * sizePt * 1.2) / 72 + paragraphs.reduce((sum, { spaceBeforePt }) => sum + spaceBeforePt / 72, 0)
  );
}

function listCollisions(shapes: readonly TextShape[]): string[] {
  const extents = shapes.flatMap((shape, owner) => extentsOf(shape).map((extent) => ({ ...extent, owner })));
  return extents.flatMap((a, index) =>
    extents
      .slice(index + 1)
      .filter(
        (b) => a.owner !== b.owner && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
      )
      .map((b) => `"${a.text}" and "${b.text}" overlap`),
  );
}
