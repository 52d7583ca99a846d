import type { Theme } from '../theme-of.ts';
import type { TextLook } from './text-look.ts';

/** Returns the look of headings in a colour. */
export function headLook({ head }: Theme, color: string): TextLook {
  return { fontFamily: head.family, bold: head.bold, italic: false, trackingPt: head.trackingPt, color };
}

/** Returns the look of body text in a colour. */
export function bodyLook({ body }: Theme, color: string, bold = body.bold): TextLook {
  return { fontFamily: body.family, bold, italic: false, trackingPt: body.trackingPt, color };
}

/** Returns the look of big figures in a colour. */
export function numberLook({ num }: Theme, color: string): TextLook {
  return { fontFamily: num.family, bold: num.bold, italic: false, trackingPt: num.trackingPt, color };
}
