import type { Paragraph, TextRun, TextShape } from '../../contract/schemas/laid-out-slide.ts';
import { bulletXml, hangIn } from './bullet.ts';
import { escapeXml } from './clean-xml-text.ts';
import { toCentipoints, toEmu } from './emu.ts';

/** What every text of one deck shares. */
export interface TextSetting {
  /** BCP 47, written on every run. */
  readonly language: string;
  readonly fonts: { readonly head: string; readonly body: string };
}

/** Drawn by the cs slot, while Latin words of the same run keep their own face. */
const DEVANAGARI_FACE = 'Nirmala UI';
const ALIGN_CODE = { left: 'l', center: 'ctr', right: 'r' } as const;
const ANCHOR_CODE = { top: 't', middle: 'ctr', bottom: 'b' } as const;

/** Returns the `p:txBody` of a text shape as XML: zero insets, wrapped, never autofitted. */
export function textBodyXml(shape: TextShape, setting: TextSetting): string {
  const paragraphs = shape.paragraphs.map((paragraph, index) => paragraphXml(shape, paragraph, index, setting));
  return `<p:txBody>${bodyPropertiesXml(shape)}<a:lstStyle/>${paragraphs.join('')}</p:txBody>`;
}

/** Returns the `a:txBody` of a table cell as XML; insets and anchor are properties of the cell. */
export function cellBodyXml(shape: TextShape, setting: TextSetting): string {
  const paragraphs = shape.paragraphs.map((paragraph, index) => paragraphXml(shape, paragraph, index, setting));
  return `<a:txBody><a:bodyPr/><a:lstStyle/>${paragraphs.join('')}</a:txBody>`;
}

/** Returns the properties of one run. */
export function runXml(run: TextRun, setting: TextSetting): string {
  return runPropertiesXml('a:rPr', run, null, setting);
}

/** Returns run properties that stand for a whole text, as charts have them. */
export function defaultRunXml(style: Omit<TextRun, 'text'>, setting: TextSetting): string {
  return runPropertiesXml('a:defRPr', style, null, setting);
}

/** Returns the `p:txBody` of a placeholder in a slide layout: its first level looks like the shape's first paragraph. */
export function promptBodyXml(shape: TextShape, prompt: string, setting: TextSetting): string {
  const [paragraph] = shape.paragraphs;
  const [run] = paragraph?.runs ?? [];
  if (paragraph === undefined || run === undefined) throw new TypeError('A text shape needs a paragraph with a run.');
  const spaceBeforePt = shape.paragraphs[1]?.spaceBeforePt ?? 0;
  const level = paragraphPropertiesXml({
    tag: 'a:lvl1pPr',
    paragraph: { ...paragraph, spaceBeforePt },
    align: shape.align,
    hangIn: hangIn(shape, 0),
    tail: runPropertiesXml('a:defRPr', run, shape, setting),
  });
  const language = escapeXml(setting.language);
  const text = `<a:p><a:r><a:rPr lang="${language}"/><a:t>${escapeXml(prompt)}</a:t></a:r></a:p>`;
  return `<p:txBody>${bodyPropertiesXml(shape)}<a:lstStyle>${level}</a:lstStyle>${text}</p:txBody>`;
}

// Programs disagree whether space before the first paragraph of a box counts, so that space is the top inset.
function bodyPropertiesXml(shape: TextShape): string {
  const topInsetEmu = toEmu((shape.paragraphs[0]?.spaceBeforePt ?? 0) / 72);
  const insets = `lIns="0" tIns="${topInsetEmu}" rIns="0" bIns="0"`;
  return `<a:bodyPr wrap="square" ${insets} rtlCol="0" anchor="${ANCHOR_CODE[shape.valign]}"><a:noAutofit/></a:bodyPr>`;
}

function paragraphXml(shape: TextShape, paragraph: Paragraph, index: number, setting: TextSetting): string {
  const spaceBeforePt = index === 0 ? 0 : paragraph.spaceBeforePt;
  const properties = paragraphPropertiesXml({
    tag: 'a:pPr',
    paragraph: { ...paragraph, spaceBeforePt },
    align: shape.align,
    hangIn: hangIn(shape, index),
    tail: '',
  });
  const runs = paragraph.runs.map(
    (run) => `<a:r>${runPropertiesXml('a:rPr', run, shape, setting)}<a:t>${escapeXml(run.text)}</a:t></a:r>`,
  );
  // The mark at the end takes part in the line's height, so it wears the last run's size and face.
  const last = paragraph.runs.at(-1);
  const mark = last === undefined ? '' : runPropertiesXml('a:endParaRPr', last, shape, setting);
  return `<a:p>${properties}${runs.join('')}${mark}</a:p>`;
}

function paragraphPropertiesXml(input: {
  readonly tag: 'a:pPr' | 'a:lvl1pPr';
  readonly paragraph: Paragraph;
  readonly align: TextShape['align'];
  readonly hangIn: number;
  readonly tail: string;
}): string {
  const { tag, paragraph } = input;
  const margins = `marL="${toEmu(paragraph.indentIn)}" indent="${toEmu(-input.hangIn)}"`;
  const lineSpacing = `<a:lnSpc><a:spcPct val="${Math.round(paragraph.lineSpacing * 100_000)}"/></a:lnSpc>`;
  const spaceBefore = `<a:spcBef><a:spcPts val="${toCentipoints(paragraph.spaceBeforePt)}"/></a:spcBef>`;
  const spacing = `${lineSpacing}${spaceBefore}<a:spcAft><a:spcPts val="0"/></a:spcAft>`;
  const bullet = bulletXml(paragraph.bulletColor);
  return `<${tag} ${margins} algn="${ALIGN_CODE[input.align]}">${spacing}${bullet}${input.tail}</${tag}>`;
}

function runPropertiesXml(
  tag: 'a:rPr' | 'a:endParaRPr' | 'a:defRPr',
  run: Omit<TextRun, 'text'>,
  shape: TextShape | null,
  setting: TextSetting,
): string {
  const language = escapeXml(setting.language);
  const weight = `b="${run.bold ? 1 : 0}" i="${run.italic ? 1 : 0}"`;
  const attributes = `lang="${language}" sz="${toCentipoints(run.sizePt)}" ${weight} spc="${toCentipoints(run.trackingPt)}" dirty="0"`;
  const fill = `<a:solidFill><a:srgbClr val="${run.color}"/></a:solidFill>`;
  const face = escapeXml(run.fontFamily);
  const complexFace = /^(?:hi|mr|ne)(?:-|$)/u.test(setting.language) ? DEVANAGARI_FACE : face;
  const latin = `<a:latin typeface="${latinFace(run.fontFamily, shape, setting)}"/>`;
  // The other two slots name a face themselves: Devanagari is drawn with cs, and a theme's cs slot would be Mangal.
  return `<${tag} ${attributes}>${fill}${latin}<a:ea typeface="${face}"/><a:cs typeface="${complexFace}"/></${tag}>`;
}

// A face of the theme is written as the theme's, so that choosing other theme fonts restyles the deck.
function latinFace(family: string, shape: TextShape | null, setting: TextSetting): string {
  const { head, body } = setting.fonts;
  if (family === head && (shape?.placeholder === 'title' || family !== body)) return '+mj-lt';
  return family === body ? '+mn-lt' : escapeXml(family);
}
