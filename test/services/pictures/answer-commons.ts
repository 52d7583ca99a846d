import { type InventedPicture, inventPictures } from './invent-pictures.ts';
import { PDF_BYTES } from './pdf-bytes.ts';
import { describePictureFile } from './picture-file.ts';
import { COMMONS_LICENCES, type PictureLicence } from './picture-licences.ts';
import { type Reply, toJsonReply, toTextReply } from './reply.ts';

const FILE_NAMESPACE = '6';
const DEFAULT_LIMIT = 10;
const LARGEST_LIMIT = 500;

/** Whether a User-Agent names a way to reach its owner, as Wikimedia's policy asks. */
export function isContactable(userAgent: string): boolean {
  return /https?:\/\/|\S@\S/u.test(userAgent);
}

/** Answers `GET /w/api.php` for `generator=search` with `prop=imageinfo`. `baseUrl` has no slash at its end. */
export function answerCommons(query: URLSearchParams, userAgent: string, baseUrl: string): Reply {
  if (!isContactable(userAgent)) {
    return toTextReply(403, 'Please set a user-agent and respect our robot policy https://w.wiki/4wJS.');
  }
  if (query.get('format') !== 'json') {
    return {
      ...toTextReply(200, '<!DOCTYPE html><title>MediaWiki API help</title>'),
      headers: { 'Content-Type': 'text/html' },
    };
  }
  if (query.get('action') !== 'query' || query.get('generator') !== 'search') {
    return refuse('badvalue', 'Unrecognized value for parameter "action" or "generator".');
  }
  const search = query.get('gsrsearch') ?? '';
  if (search === '') return refuse('missingparam', 'The "gsrsearch" parameter must be set.');
  const isModern = query.get('formatversion') === '2';
  const limit = Math.min(LARGEST_LIMIT, Number(query.get('gsrlimit') ?? DEFAULT_LIMIT));
  const offset = Number(query.get('gsroffset') ?? 0);
  const found = query.get('gsrnamespace') === FILE_NAMESPACE ? findFiles(search) : [];
  const pages = found.slice(offset, offset + limit).map((file, index) => ({
    pageid: file.pageId,
    ns: 6,
    title: `File:${file.name}`,
    index: offset + index + 1,
    ...(isModern ? {} : { imagerepository: 'local' }),
    ...((query.get('prop') ?? '').split('|').includes('imageinfo') && {
      imageinfo: [describe(file, query, baseUrl)],
    }),
  }));
  const next = offset + limit;
  return toJsonReply(200, {
    ...(next < found.length
      ? { continue: { gsroffset: next, continue: 'gsroffset||' } }
      : { batchcomplete: isModern ? true : '' }),
    // A search without hits has no "query" at all.
    ...(pages.length > 0 && {
      query: { pages: isModern ? pages : Object.fromEntries(pages.map((page) => [String(page.pageid), page])) },
    }),
  });
}

/** The API says errors with status 200. */
function refuse(code: string, info: string): Reply {
  return toJsonReply(200, { error: { code, info } }, { 'MediaWiki-API-Error': code });
}

interface CommonsFile extends InventedPicture {
  readonly pageId: number;
  readonly name: string;
  readonly isDocument: boolean;
}

/** Without `filetype:bitmap` a third of the hits are documents: those whose picture would be no JPEG. */
function findFiles(search: string): readonly CommonsFile[] {
  const words = search.split(/\s+/u).filter((word) => !/^-?(?:filetype|filemime|fileres|filew|fileh):/u.test(word));
  const isBitmapOnly = /(?:^|\s)filetype:bitmap(?:\s|$)/u.test(search);
  return inventPictures('commons', words.join(' '), COMMONS_LICENCES).flatMap((picture) => {
    const isDocument = describePictureFile(picture.id).sizeBytes === null;
    if (isDocument && isBitmapOnly) return [];
    const pageId = Number.parseInt(picture.id.slice(0, 7), 16);
    return [{ ...picture, pageId, isDocument, name: `${picture.title}.${isDocument ? 'pdf' : 'jpg'}` }];
  });
}

function describe(file: CommonsFile, query: URLSearchParams, baseUrl: string): object {
  const { widthPx, heightPx, sizeBytes } = describePictureFile(file.id);
  const wanted = (query.get('iiprop') ?? 'timestamp|user').split('|');
  const pageName = encodeURIComponent(`File:${file.name}`.replaceAll(' ', '_'));
  const thumbWidthPx = Math.min(widthPx, Number(query.get('iiurlwidth') ?? 0));
  return {
    ...(wanted.includes('size') && { size: sizeBytes ?? PDF_BYTES.length, width: widthPx, height: heightPx }),
    ...(wanted.includes('url') && {
      ...(thumbWidthPx > 0 && {
        thumburl: `${baseUrl}/files/commons/thumb/${file.id}/${thumbWidthPx}px.jpg`,
        thumbwidth: thumbWidthPx,
        thumbheight: Math.round((heightPx * thumbWidthPx) / widthPx),
      }),
      url: `${baseUrl}/files/commons/${file.id}.${file.isDocument ? 'pdf' : 'jpg'}`,
      descriptionurl: `https://commons.wikimedia.org/wiki/${pageName}`,
      descriptionshorturl: `https://commons.wikimedia.org/w/index.php?curid=${file.pageId}`,
    }),
    ...(wanted.includes('mime') && { mime: file.isDocument ? 'application/pdf' : 'image/jpeg' }),
    ...(wanted.includes('extmetadata') && { extmetadata: describeLicence(file) }),
  };
}

function describeLicence({ title, creator, licence }: CommonsFile): object {
  const isFree = licence.code === 'cc0' || licence.code === 'pdm';
  const value = (text: string): object => ({ value: text, source: 'commons-desc-page' });
  return {
    ObjectName: value(title),
    ImageDescription: value(`<p>${title}, seen by the author</p>`),
    Artist: value(
      `<a href="//commons.wikimedia.org/wiki/User:${encodeURIComponent(creator)}" title="User:${creator}">${creator}</a>`,
    ),
    Credit: value('<span class="int-own-work" lang="en">Own work</span>'),
    License: value(toLicenceCode(licence)),
    LicenseShortName: value(licence.shortName),
    UsageTerms: value(isFree ? licence.shortName : `Creative Commons ${licence.shortName.slice(3)}`),
    AttributionRequired: value(isFree ? 'false' : 'true'),
    Copyrighted: value(licence.code === 'pdm' ? 'False' : 'True'),
    Restrictions: value(''),
    // Works whose copyright has run out name no licence page.
    ...(licence.code !== 'pdm' && { LicenseUrl: value(licence.url.replace(/\/$/u, '')) }),
  };
}

function toLicenceCode({ code, version }: PictureLicence): string {
  if (code === 'pdm') return 'pd';
  return code === 'cc0' ? 'cc0' : `cc-${code}-${version}`;
}
