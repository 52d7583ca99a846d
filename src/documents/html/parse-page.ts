import { parseHTML } from 'linkedom';
import type { PageElement } from './page-element.ts';

/** A parsed page. */
export interface Page extends PageElement {
  readonly body: PageElement;
  readonly documentElement: PageElement;
}

/** The parser makes neither a head nor a body that the page leaves out, and would take all text for a head. */
function complete(html: string): string {
  if (/<body[\s>]/iu.test(html)) return html;
  const head = /<head[\s>][\s\S]*?<\/head\s*>/iu.exec(html)?.[0] ?? '';
  const rest = html.replace(head, '').replace(/<!doctype[^>]*>|<\/?(?:html|body)\b[^>]*>/giu, '');
  return `<!doctype html><html>${head === '' ? '<head></head>' : head}<body>${rest}</body></html>`;
}

/** Returns the document of a page. Its scripts do not run, and nothing is loaded. */
export function parsePage(html: string): Page {
  const { document } = parseHTML(complete(html));
  return document;
}
