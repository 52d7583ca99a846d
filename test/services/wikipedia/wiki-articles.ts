import { readFileSync } from 'node:fs';

/** A page of the stand-in. */
export interface StandInPage {
  readonly pageId: number;
  readonly revisionId: number;
  readonly title: string;
  /** As MediaWiki renders it. */
  readonly html: string;
  readonly isDisambiguation: boolean;
}

/** One language of the stand-in. */
export interface StandInWiki {
  /** In the order in which a search ranks them. */
  readonly pages: readonly StandInPage[];
  /** From a title to the one that it leads to. */
  readonly redirects: Readonly<Record<string, string>>;
}

const htmlOf = (name: string): string => readFileSync(new URL(`./articles/${name}.txt`, import.meta.url), 'utf8');

const page = (pageId: number, title: string, html: string, isDisambiguation = false): StandInPage => ({
  pageId,
  // Another number than the id of the page, so that nobody takes one for the other.
  revisionId: 9_000_000 + pageId,
  title,
  html,
  isDisambiguation,
});

const CRANE_MEANINGS =
  '<div class="mw-parser-output"><p><b>Crane</b> may refer to:</p><ul><li><a href="/wiki/Crane_(machine)">Crane (machine)</a></li><li><a href="/wiki/Crane_(bird)">Crane (bird)</a></li></ul></div>';
const LIST_OF_TIDES =
  '<div class="mw-parser-output"><p>This is a list of tides.</p><ul><li><a href="/wiki/A">A tide</a></li></ul></div>';

/** Articles written for the tests, wrapped in the markup of MediaWiki 1.44. */
export const STAND_IN_WIKIS: Readonly<Record<string, StandInWiki>> = {
  en: {
    pages: [
      page(11, 'Crane', CRANE_MEANINGS, true),
      page(12, 'Crane (machine)', htmlOf('en/crane-machine')),
      page(13, 'List of tides', LIST_OF_TIDES),
      page(14, 'Tide', htmlOf('en/tide')),
      page(15, 'Tidal bore', htmlOf('en/tidal-bore')),
      page(16, 'Lighthouse', htmlOf('en/lighthouse')),
    ],
    redirects: { Tides: 'Tide', 'High and low water': 'Tide' },
  },
  hi: {
    pages: [page(21, 'मधुमक्खी', htmlOf('hi/madhumakkhi')), page(22, 'ज्वार-भाटा', htmlOf('hi/jwar-bhata'))],
    redirects: {},
  },
};
