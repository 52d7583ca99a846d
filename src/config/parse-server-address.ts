const OLLAMA_PORT = '11434';

/**
 * Returns the address that OLLAMA_HOST means as a URL text without a slash at its end, or null. As Ollama reads it: a host,
 * `host:port` or a URL, without a scheme port 11434 (https://github.com/ollama/ollama, envconfig.Host). "0.0.0.0", which
 * tells a server to listen everywhere, is nowhere to connect to: there it means 127.0.0.1.
 */
export function parseOllamaHost(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed.includes('://')) return parseHttpUrl(trimmed);
  const [authority = '', ...path] = trimmed.split('/');
  const isBareIpv6 = authority.split(':').length > 2 && !authority.startsWith('[');
  const bracketed = isBareIpv6 ? `[${authority}]` : authority;
  const withHost = bracketed.startsWith(':') ? `127.0.0.1${bracketed}` : bracketed;
  const withPort = /:\d+$/.test(withHost) ? withHost : `${withHost}:${OLLAMA_PORT}`;
  return parseHttpUrl([`http://${withPort}`, ...path].join('/'));
}

/** Returns an http or https URL as text without a slash at its end, or null. One that holds a name, key or query is none. */
export function parseHttpUrl(text: string): string | null {
  const trimmed = text.trim();
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  if (url.hostname === '0.0.0.0') url.hostname = '127.0.0.1';
  if (url.hostname === '[::]') url.hostname = '[::1]';
  return url.href.replace(/\/+$/, '');
}

/** Like `parseHttpUrl`; a "{language}" stays as people write it, where a URL writes braces of a path otherwise. */
export function parseWikiUrl(text: string): string | null {
  return parseHttpUrl(text)?.replace(/%7Blanguage%7D/giu, '{language}') ?? null;
}
