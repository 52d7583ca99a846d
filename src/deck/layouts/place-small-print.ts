import type { LineShape, TextShape } from '../../contract/schemas/laid-out-slide.ts';
import { cleanText } from '../text/clean-text.ts';
import { type FittedText, fitText } from '../text/fit-text.ts';
import { placeText } from '../text/place-text.ts';
import { oneLine, setText } from '../text/set-text.ts';
import { linePitchIn } from '../text/text-look.ts';
import { bodyLook } from '../text/theme-looks.ts';
import type { LayoutInput } from './layout-input.ts';
import { FOOTER_HEIGHT_IN, FOOTER_TOP_IN, LEFT_IN } from './slide-grid.ts';

const RULE_TOP_IN = 5.05;
const TOP_IN = 5.25;
const BOTTOM_IN = 6.85;
const WIDTH_IN = 8.35;
const HEAD_WIDTH_IN = 1.25;
const ENTRY_GAP_IN = 0.12;
const LARGEST_PT = 12;
const FLOOR_PT = 10;
const LAST_LINE_PT = 11;

interface Entry {
  /** "Sources" of "Sources: …", or null for a sentence. */
  readonly head: string | null;
  readonly text: string;
}

/** Places the small print of a closing slide under a rule: headed entries in two columns, a last sentence at the foot. */
export function placeSmallPrint(input: LayoutInput): (LineShape | TextShape)[] {
  const entries = input.script.smallPrint.map(toEntry);
  const lastLine = placeLastLine(input, entries.at(-1));
  const block = lastLine === null ? entries : entries.slice(0, -1);
  const fitted = fitEntries(block, input);
  const shapes: (LineShape | TextShape)[] = lastLine === null ? [] : [lastLine];
  let yIn = TOP_IN;
  for (const [index, entry] of block.entries()) {
    const text = fitted[index];
    // Only a dozen entries and more get here: the rest has no room on the slide.
    if (text === undefined || yIn + text.heightIn > BOTTOM_IN) break;
    shapes.push(...placeEntry(entry, text, yIn, input));
    yIn += text.heightIn + ENTRY_GAP_IN;
  }
  return yIn > TOP_IN ? [rule(input.theme.deepLine), ...shapes] : shapes;
}

/** Returns the entries at one size; at the floor each may take an equal share of the lines. */
function fitEntries(entries: readonly Entry[], { theme, measurer }: LayoutInput): FittedText[] {
  const roomIn = BOTTOM_IN - TOP_IN - (entries.length - 1) * ENTRY_GAP_IN;
  const fitAt = (sizePt: number, maxLines: number) =>
    entries.map(({ head, text }) =>
      fitText({
        text,
        look: bodyLook(theme, theme.onDeepMuted),
        steps: [{ fromPt: sizePt, toPt: sizePt, maxLines }],
        widthIn: head === null ? WIDTH_IN : WIDTH_IN - HEAD_WIDTH_IN,
        heightIn: roomIn,
        measurer,
      }),
    );
  for (let sizePt = LARGEST_PT; sizePt >= FLOOR_PT; sizePt -= 1) {
    const fitted = fitAt(sizePt, Number.MAX_SAFE_INTEGER);
    const heightIn = fitted.reduce((sum, entry) => sum + entry.heightIn, 0);
    if (fitted.every(({ isCut }) => !isCut) && heightIn <= roomIn) return fitted;
  }
  return fitAt(FLOOR_PT, Math.max(1, Math.floor(roomIn / linePitchIn(FLOOR_PT) / entries.length)));
}

function placeEntry({ head, text }: Entry, fitted: FittedText, yIn: number, { theme, measurer }: LayoutInput) {
  const indentIn = head === null ? 0 : HEAD_WIDTH_IN;
  const look = bodyLook(theme, theme.onDeepMuted);
  const place = { xIn: LEFT_IN + indentIn, yIn, widthIn: WIDTH_IN - indentIn, heightIn: fitted.heightIn };
  const body = placeText(text, look, fitted, place, measurer);
  if (head === null) return [body];
  const headText = setText(
    {
      text: head,
      look: bodyLook(theme, theme.onDeep, true),
      steps: oneLine(fitted.sizePt, FLOOR_PT),
      place: { xIn: LEFT_IN, yIn, widthIn: HEAD_WIDTH_IN, heightIn: linePitchIn(fitted.sizePt) },
    },
    measurer,
  );
  return [headText, body];
}

/** Who wrote the text stands at the foot, when it is one sentence that fits there. */
function placeLastLine({ theme, measurer }: LayoutInput, entry: Entry | undefined): TextShape | null {
  if (entry === undefined || entry.head !== null) return null;
  const look = bodyLook(theme, theme.onDeepMuted);
  const place = { xIn: LEFT_IN, yIn: FOOTER_TOP_IN, widthIn: WIDTH_IN, heightIn: FOOTER_HEIGHT_IN };
  const fitted = fitText({ text: entry.text, look, steps: oneLine(LAST_LINE_PT, FLOOR_PT), ...place, measurer });
  return fitted.isCut ? null : placeText(entry.text, look, fitted, place, measurer);
}

function rule(color: string): LineShape {
  const [y1In, y2In] = [RULE_TOP_IN, RULE_TOP_IN];
  return { kind: 'line', x1In: LEFT_IN, y1In, x2In: LEFT_IN + WIDTH_IN, y2In, stroke: { color, widthPt: 1 } };
}

/** "Sources: …" has a head; a sentence that merely holds a colon has none. */
function toEntry(line: string): Entry {
  const text = cleanText(line);
  const headed = /^(\p{Lu}\p{L}{2,11}): (.+)$/u.exec(text);
  return { head: headed?.[1] ?? null, text: headed?.[2] ?? text };
}
