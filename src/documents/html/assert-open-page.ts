import { InputError } from '../../contract/errors.ts';
import type { Page } from './parse-page.ts';

const ENOUGH_WORDS = 60;
/** A form to sign in on a page with more prose than this is a side matter. */
const WORDS_BESIDE_FORM = 150;
const SIGN_IN =
  /\b(?:sign|log)(?:ged)?[ -]?in\b|\blogin\b|subscribe(?:rs)? (?:to (?:read|continue)|only)|create (?:an|your) account|लॉग ?इन|साइन ?इन/iu;
const WAY_OUT = 'save the page from your browser after signing in, and give the file';

const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;

/**
 * Throws DOCUMENT_UNREADABLE for a page that shows no matter: one that asks to sign in, and one that its scripts would
 * have to fill. `matter` is what is left of it without menus.
 */
export function assertOpenPage(page: Page, matter: string, name: string): void {
  const wordCount = countWords(matter);
  const hasForm = page.querySelector('input[type="password"]') !== null;
  const found = (text: string): InputError => new InputError('DOCUMENT_UNREADABLE', `"${name}" ${text}.`);
  if (
    (hasForm && wordCount < WORDS_BESIDE_FORM) ||
    (wordCount < ENOUGH_WORDS && SIGN_IN.test(page.body.textContent ?? ''))
  ) {
    throw found(`is a page that asks to sign in, and shows only ${wordCount} words without that; ${WAY_OUT}`);
  }
  if (wordCount >= ENOUGH_WORDS) return;
  const isScripted =
    page.querySelector('script') !== null &&
    /<|\bjavascript\b/iu.test(
      `${page.querySelector('noscript')?.textContent ?? ''}${page.querySelector('#root, #app, #__next, [data-reactroot], app-root') === null ? '' : '<'}`,
    );
  if (isScripted) {
    throw found(
      `has only ${wordCount} words until its scripts run, which Lectra does not do; open it in your browser, save the page, and give the file`,
    );
  }
}
