/** Height of the slide in inches; it is 13.333 wide, 16 to 9. */
export const SLIDE_HEIGHT_IN = 7.5;

/** Left edge of all text, and the right edge of the text column. */
export const LEFT_IN = 0.75;
export const RIGHT_IN = 12.583;

/** Top of titles. */
export const TITLE_TOP_IN = 0.62;

/** Top of rows under a title of one line: the same on slides with a picture and without. */
export const ROWS_TOP_IN = 2;

/** Top and height of footers. */
export const FOOTER_TOP_IN = 6.97;
export const FOOTER_HEIGHT_IN = 0.26;

/** The strip at the right edge, and the text column beside it. */
export const STRIP_LEFT_IN = 9.85;
export const STRIP_WIDTH_IN = 3.483;
export const STRIP_COLUMN_WIDTH_IN = 8.3;
