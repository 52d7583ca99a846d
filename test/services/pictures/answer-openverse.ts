import { type InventedPicture, inventPictures } from './invent-pictures.ts';
import type { QuotaAnswer } from './openverse-quota.ts';
import { describePictureFile } from './picture-file.ts';
import { OPENVERSE_LICENCES, type PictureLicence } from './picture-licences.ts';
import { type Reply, toJsonReply } from './reply.ts';

const LARGEST_ANONYMOUS_PAGE = 20;
const DEEPEST_PAGE = 20;

/** Answers `GET /v1/images/`. `baseUrl` has no slash at its end. */
export function answerOpenverse(query: URLSearchParams, baseUrl: string, quota: QuotaAnswer): Reply {
  const { headers, retryAfterSeconds } = quota;
  if (retryAfterSeconds !== null) {
    const detail = `Request was throttled. Expected available in ${retryAfterSeconds} seconds.`;
    return toJsonReply(429, { detail }, { ...headers, 'Retry-After': String(retryAfterSeconds) });
  }
  const pageSize = Number(query.get('page_size') ?? LARGEST_ANONYMOUS_PAGE);
  const page = Number(query.get('page') ?? 1);
  if (!Number.isInteger(pageSize) || pageSize < 1) return refuse('page_size', 'A valid integer is required.', headers);
  if (pageSize > LARGEST_ANONYMOUS_PAGE) {
    const detail = `page_size may not exceed ${LARGEST_ANONYMOUS_PAGE} for anonymous requests.`;
    return toJsonReply(401, { detail }, headers);
  }
  if (!Number.isInteger(page) || page < 1 || page > DEEPEST_PAGE) {
    return refuse('page', `Ensure this value is between 1 and ${DEEPEST_PAGE}.`, headers);
  }
  const licences = OPENVERSE_LICENCES.filter((licence) => isWanted(licence, query));
  const codes = new Set(licences.map(({ code }) => code));
  const found = inventPictures('openverse', query.get('q') ?? '', OPENVERSE_LICENCES)
    .filter(({ licence }) => codes.has(licence.code))
    .filter((picture) => isWantedShape(picture, query));
  return toJsonReply(
    200,
    {
      result_count: found.length,
      page_count: Math.min(DEEPEST_PAGE, Math.ceil(found.length / pageSize)),
      page_size: pageSize,
      page,
      results: found.slice((page - 1) * pageSize, page * pageSize).map((picture) => describe(picture, baseUrl)),
    },
    headers,
  );
}

function refuse(field: string, reason: string, headers: Readonly<Record<string, string>>): Reply {
  return toJsonReply(400, { detail: { [field]: [reason] } }, headers);
}

function isWanted(licence: PictureLicence, query: URLSearchParams): boolean {
  const codes = listOf(query, 'license');
  const uses = listOf(query, 'license_type');
  return (
    (codes.length === 0 || codes.includes(licence.code)) &&
    (!uses.includes('commercial') || licence.isCommercial) &&
    (!uses.includes('modification') || licence.isModifiable)
  );
}

function isWantedShape(picture: InventedPicture, query: URLSearchParams): boolean {
  const { widthPx, heightPx, format } = describePictureFile(picture.id);
  const isAspect = { tall: heightPx > widthPx, wide: widthPx > heightPx, square: widthPx === heightPx };
  const aspects = listOf(query, 'aspect_ratio');
  const extensions = listOf(query, 'extension');
  return (
    (extensions.length === 0 || extensions.includes(format)) &&
    (aspects.length === 0 || Object.entries(isAspect).some(([aspect, is]) => is && aspects.includes(aspect)))
  );
}

function listOf(query: URLSearchParams, name: string): readonly string[] {
  return (query.get(name) ?? '').split(',').filter(Boolean);
}

function describe(picture: InventedPicture, baseUrl: string): object {
  const { id, title, creator, licence, tags } = picture;
  const file = describePictureFile(id);
  const slug = creator.toLowerCase().replaceAll(/[^a-z]+/gu, '-');
  const terms = licence.code === 'cc0' || licence.code === 'pdm' ? 'is marked with' : 'is licensed under';
  return {
    id,
    title,
    indexed_on: '2024-03-02T08:15:00.000000Z',
    foreign_landing_url: `https://www.flickr.com/photos/${slug}/${Number.parseInt(id.slice(0, 8), 16)}`,
    url: `${baseUrl}/${file.isMoved ? 'moved' : 'files'}/${id}.${file.format}`,
    creator,
    creator_url: `https://www.flickr.com/photos/${slug}`,
    license: licence.code,
    license_version: licence.version,
    license_url: licence.url,
    provider: 'flickr',
    source: 'flickr',
    category: 'photograph',
    filesize: file.sizeBytes,
    filetype: file.format,
    tags: tags.map((name) => ({ accuracy: null, name, unstable__provider: 'flickr' })),
    attribution: `"${title}" by ${creator} ${terms} ${licence.shortName}. To view a copy of this license, visit ${licence.url}.`,
    fields_matched: ['title', 'tags.name'],
    mature: false,
    height: file.heightPx,
    width: file.widthPx,
    thumbnail: `${baseUrl}/v1/images/${id}/thumb/`,
    detail_url: `${baseUrl}/v1/images/${id}/`,
    related_url: `${baseUrl}/v1/images/${id}/related/`,
    unstable__sensitivity: [],
  };
}
