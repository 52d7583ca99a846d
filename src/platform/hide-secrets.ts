import type { ProviderCall } from './provider-call.ts';

const HIDDEN = '[hidden]';
/** Shorter ones, such as `page=2`, are no keys, and hiding them would tear holes into every sentence. */
const SHORTEST_SECRET = 6;
/** `Authorization` values and credentials or queries of any URL, whoever put them into a text. */
const TELLTALES = [
  /(?<=\b(?:Bearer|Basic) )[\w.~+/=-]{16,}/g,
  /(?<=:\/\/)[^\s/@]+:[^\s/@]*(?=@)/g,
  /(?<=\bhttps?:\/\/[^\s?]*\?)[^\s"')]+/g,
];

/** Returns a text without the keys of a call: those that it names, those of its URL, and what looks like one. */
export function hideSecrets(text: string, call: Pick<ProviderCall, 'url' | 'secrets'>): string {
  const { username, password, searchParams } = call.url;
  const ofUrl = [username, password, ...searchParams.values()].filter((value) => value.length >= SHORTEST_SECRET);
  const known = [...(call.secrets ?? []), ...ofUrl, ...ofUrl.map((value) => encodeURIComponent(value))];
  const byLength = known.filter((secret) => secret !== '').toSorted((a, b) => b.length - a.length);
  const bare = byLength.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
  return TELLTALES.reduce((rest, telltale) => rest.replaceAll(telltale, HIDDEN), bare);
}
