import { isContactable } from './answer-commons.ts';
import { PDF_BYTES } from './pdf-bytes.ts';
import { describePictureFile, drawPictureFile, drawThumbnail, MEDIA_TYPES, toETag } from './picture-file.ts';
import { type Reply, toTextReply } from './reply.ts';

const FILE_PATH = /^\/(files|moved)\/(commons\/)?([\da-f-]{36})\.(jpg|png|webp|pdf)$/u;
const OPENVERSE_THUMBNAIL = /^\/v1\/images\/([\da-f-]{36})\/thumb\/$/u;
const COMMONS_THUMBNAIL = /^\/files\/commons\/thumb\/([\da-f-]{36})\/(\d{1,4})px\.jpg$/u;
const THUMBNAIL_WIDTH_PX = 600;

/** Keeps the drawn files of one stand-in, so that one downloaded by many runs is drawn once. */
export type FileCache = Map<string, Promise<Reply>>;

/**
 * Answers a request for a picture file, a thumbnail or a moved file; `null` for a path that is none of these.
 * Wikimedia's files too are refused to a client that names no contact.
 */
export async function answerFile(
  path: string,
  headers: { readonly userAgent: string; readonly ifNoneMatch: string | null },
  cache: FileCache,
): Promise<Reply | null> {
  const isCommons = path.startsWith('/files/commons/');
  if (isCommons && !isContactable(headers.userAgent)) {
    return toTextReply(403, 'Please set a user-agent and respect our robot policy https://w.wiki/4wJS.');
  }
  const known = cache.get(path);
  const drawing = known ?? drawReply(path);
  if (drawing === null) return null;
  cache.set(path, drawing);
  const reply = await drawing;
  const isSame = headers.ifNoneMatch !== null && reply.headers.ETag === headers.ifNoneMatch;
  return isSame ? { status: 304, headers: reply.headers, body: new Uint8Array() } : reply;
}

function drawReply(path: string): Promise<Reply> | null {
  const [, openverseId] = OPENVERSE_THUMBNAIL.exec(path) ?? [];
  if (openverseId !== undefined) return drawSmall(openverseId, THUMBNAIL_WIDTH_PX);
  const [, commonsId, widthPx] = COMMONS_THUMBNAIL.exec(path) ?? [];
  if (commonsId !== undefined) return drawSmall(commonsId, Number(widthPx));
  const [, place, , id, extension] = FILE_PATH.exec(path) ?? [];
  if (id === undefined) return null;
  if (place === 'moved') {
    const location = path.replace('/moved/', '/files/');
    return Promise.resolve({ status: 302, headers: { Location: location }, body: new Uint8Array() });
  }
  if (extension === 'pdf') return Promise.resolve(toFileReply(PDF_BYTES, 'application/pdf'));
  const file = describePictureFile(id);
  if (file.format !== extension) return Promise.resolve(toTextReply(404, 'Not found'));
  return drawPictureFile(file).then((bytes) => toFileReply(bytes, MEDIA_TYPES[file.format]));
}

async function drawSmall(id: string, widthPx: number): Promise<Reply> {
  return toFileReply(await drawThumbnail(describePictureFile(id), Math.max(1, widthPx)), MEDIA_TYPES.jpg);
}

function toFileReply(body: Uint8Array, mediaType: string): Reply {
  const headers = { 'Content-Type': mediaType, ETag: toETag(body), 'Cache-Control': 'public, max-age=86400' };
  return { status: 200, headers, body };
}
