import { createHash } from 'node:crypto';
import { InputError } from '../contract/errors.ts';
import type { WriterChoice } from '../contract/plan.ts';
import type { Outline, OutlineSlide } from '../contract/schemas/outline.ts';
import { findUndrawableCharacters } from '../frames/find-undrawable.ts';
import type { EditedOutline, EditedSlide } from './edited-outline-schema.ts';

export interface CompleteOutlineInput {
  readonly edited: EditedOutline;
  readonly language: string;
  readonly writer: WriterChoice;
  /** Ids of the passages of the source; empty for a topic alone. */
  readonly passageIds: ReadonlySet<string>;
}

/**
 * Returns the outline with what a person may leave out. One that was not edited comes out as it was. Throws OUTLINE_UNUSABLE
 * that names the slide that does not fit.
 */
export function completeOutline({ edited, language, passageIds, writer }: CompleteOutlineInput): Outline {
  assertAsPrinted('language', edited.language, language);
  assertAsPrinted('writer', edited.writer, writer.writer);
  assertDrawable('The title of the outline', [edited.title, edited.subtitle]);
  const sections = edited.slides.filter((slide) => roleOf(slide) === 'section').map(({ heading }) => heading);
  const ids = new Set(edited.slides.flatMap(({ id }) => id ?? []));
  let section = -1;
  const slides = edited.slides.map((slide, index): OutlineSlide => {
    const role = roleOf(slide);
    if (role === 'section') section += 1;
    const layout = slide.layout ?? (role === 'content' ? 'bullets' : role);
    const name = nameOf(slide, index);
    if ((role === 'content') !== (frameOf(layout) === null)) {
      throw unusable(`${name} has the role "${role}" and the layout "${layout}", which do not go together.`);
    }
    assertDrawable(name, [slide.heading, slide.subtitle]);
    return {
      ...slide,
      id: slide.id ?? newId(slide, ids),
      role,
      layout,
      pictureKeywords: layout === 'bullets-picture' ? (slide.pictureKeywords ?? []) : null,
      progress: role === 'section' ? { titles: sections, current: section } : null,
    };
  });
  if (!slides.some(({ role }) => role === 'content')) throw unusable('The outline has no slide of content; keep one.');
  assertEachOnce(slides);
  assertPassages(slides, passageIds);
  if (writer.model === null) assertWritableByRule(slides);
  return { title: edited.title, subtitle: edited.subtitle, language, writer: writer.writer, slides };
}

function roleOf({ layout, role }: EditedSlide): OutlineSlide['role'] {
  return role ?? (layout === undefined ? null : frameOf(layout)) ?? 'content';
}

/** The role that a layout is made for, or null for one of content. */
function frameOf(layout: OutlineSlide['layout']): 'cover' | 'section' | 'closing' | null {
  return layout === 'cover' || layout === 'section' || layout === 'closing' ? layout : null;
}

/** From what the slide is about, so that the same edit gives the same slide. */
function newId({ claim, heading }: EditedSlide, taken: Set<string>): string {
  for (let count = 0; ; count += 1) {
    const subject = JSON.stringify([heading, claim, count]);
    const id = `s-${createHash('sha256').update(subject).digest('hex').slice(0, 10)}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

function assertAsPrinted(key: 'language' | 'writer', given: string | undefined, own: string): void {
  if (given === undefined || given === own) return;
  throw unusable(`The outline has "${given}" as "${key}", and the run has "${own}"; it cannot be changed any more.`);
}

function assertDrawable(name: string, texts: readonly (string | null)[]): void {
  const undrawable = findUndrawableCharacters(texts.join(' '));
  if (undrawable.length === 0) return;
  throw unusable(`${name} has what the fonts of the slides cannot draw: ${undrawable.join(' ')}; take it out.`);
}

function assertEachOnce(slides: readonly OutlineSlide[]): void {
  const seen = new Map<string, string>();
  for (const [index, slide] of slides.entries()) {
    const name = nameOf(slide, index);
    const other = seen.get(slide.id);
    if (other !== undefined) {
      throw unusable(`${other} and ${name} have the same id "${slide.id}"; leave out the id of the new one.`);
    }
    seen.set(slide.id, name);
  }
}

function assertPassages(slides: readonly OutlineSlide[], known: ReadonlySet<string>): void {
  const owners = new Map<string, string>();
  for (const [index, slide] of slides.entries()) {
    const name = nameOf(slide, index);
    for (const passage of new Set(slide.passageIds)) {
      if (!known.has(passage))
        throw unusable(`${name} names the passage "${passage}", which the source does not have.`);
      if (slide.role !== 'content') continue;
      const owner = owners.get(passage);
      if (owner !== undefined) throw unusable(`${owner} and ${name} name the passage "${passage}"; give it to one.`);
      owners.set(passage, name);
    }
  }
}

/** Without a model, every word and every picture comes from what the slide names. */
function assertWritableByRule(slides: readonly OutlineSlide[]): void {
  for (const [index, { heading, passageIds, pictureKeywords, role }] of slides.entries()) {
    const name = nameOf({ heading }, index);
    if (role === 'content' && passageIds.length === 0) {
      throw unusable(
        `${name} names no passage in "passageIds", and the writer without a model writes from nothing else.`,
      );
    }
    if (pictureKeywords?.length === 0) {
      throw unusable(
        `${name} says in no "pictureKeywords" what its picture shows; say it, or take the layout "bullets".`,
      );
    }
  }
}

function nameOf({ heading }: Pick<OutlineSlide, 'heading'>, index: number): string {
  return `Slide ${index + 1} ("${heading.length <= 60 ? heading : `${heading.slice(0, 59)}…`}")`;
}

function unusable(message: string): InputError {
  return new InputError('OUTLINE_UNUSABLE', message);
}
