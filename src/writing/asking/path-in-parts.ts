import { partKey } from '../answers/parted-outline-answer.ts';

/**
 * Returns where a text of a row of slides stands in the same outline in parts: "parts.part2.slides[0].claim" for
 * "slides[4].claim" when the first part has four slides, and "parts.part2.title" for "sections[1].title".
 */
export function pathInParts(path: string, sizes: readonly number[]): string {
  const title = /^sections\[(\d+)\]/u.exec(path);
  if (title !== null) return `parts.${partKey(Number(title[1]))}${path.slice(title[0].length)}`;
  const slide = /^slides\[(\d+)\]/u.exec(path);
  if (slide === null) return path;
  let at = Number(slide[1]);
  const part = sizes.findIndex((size) => {
    if (at < size) return true;
    at -= size;
    return false;
  });
  return `parts.${partKey(part)}.slides[${at}]${path.slice(slide[0].length)}`;
}
