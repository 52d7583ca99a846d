import type { Rule } from '../finding.ts';
import { type ContentSlide, contentSlides } from './content-slides.ts';

/** Longer rows leave a picture no room. */
const MAX_PICTURE_ROWS = 4;
const MAX_PICTURE_ROW_CHARS = 90;
const MAX_PICTURE_TITLE_CHARS = 56;

const couldHavePicture = ({ script: { heading, points } }: ContentSlide): boolean =>
  points.length <= MAX_PICTURE_ROWS &&
  points.every((row) => row.length <= MAX_PICTURE_ROW_CHARS) &&
  heading.length <= MAX_PICTURE_TITLE_CHARS;

/** No layout stands more than twice running, save rows that are too long to have a picture beside them. */
export const judgeVariety: Rule = (lecture) => {
  const content = contentSlides(lecture);
  return content.flatMap(({ number, script }, index) => {
    const same = content.slice(Math.max(0, index - 2), index + 1).filter((one) => one.script.layout === script.layout);
    const isForced = script.layout === 'bullets' && !same.some(couldHavePicture);
    return same.length < 3 || isForced
      ? []
      : [{ slide: number, text: `third ${script.layout} running: ${script.heading}` }];
  });
};
