import type { Rule } from '../finding.ts';
import { contentSlides } from './content-slides.ts';

/** What is known of this one document. */
export const judgeExpectations: Rule = (lecture, { expect }) => {
  const { document, outline, scripts } = lecture;
  const texts = scripts.flatMap(({ exhibit, heading, narration, points }) => [
    heading,
    ...points,
    ...narration.map(({ text }) => text),
    ...(exhibit === null ? [] : [JSON.stringify(exhibit)]),
  ]);
  const found: string[] = [];
  if (expect.title !== undefined && outline.title !== expect.title) found.push(`the title is "${outline.title}"`);
  const language = expect.language ?? 'en';
  if (document.language !== language) found.push(`the language is "${document.language}", not "${language}"`);
  for (const pattern of expect.absent ?? [])
    found.push(
      ...texts.filter((text) => pattern.test(text)).map((text) => `${pattern} has no place on a slide: ${text}`),
    );
  for (const pattern of expect.present ?? [])
    if (!texts.some((text) => pattern.test(text))) found.push(`${pattern} is on no slide`);
  const layouts = new Set(contentSlides(lecture).map(({ script }) => script.layout));
  found.push(
    ...(expect.layouts ?? [])
      .filter((layout) => ![...layouts].some((one) => one === layout))
      .map((layout) => `no slide is a ${layout}`),
  );
  if ((expect.hasPages ?? false) && document.passages.some(({ page }) => page === null))
    found.push('a passage has no page');
  const pageCount = new Set(document.passages.map(({ page }) => page)).size;
  if (pageCount < (expect.minPages ?? 0)) found.push(`matter on ${pageCount} pages, not on ${expect.minPages}`);
  return found.map((text) => ({ slide: null, text }));
};
