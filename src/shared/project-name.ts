const MAXIMUM_LENGTH = 60;

/**
 * Makes a project name from a title or a file name: letters and digits of any script, joined by dashes, in lower
 * case, without the file extension. Returns "lecture" when nothing is left.
 */
export function projectNameFrom(title: string): string {
  const words = title
    .normalize('NFC')
    .replace(/\.[A-Za-z0-9]{1,8}$/u, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu);
  const name = (words ?? []).join('-');
  return [...name].slice(0, MAXIMUM_LENGTH).join('').replace(/-+$/, '') || 'lecture';
}
