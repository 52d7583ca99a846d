import { expect, it } from 'vitest';
import { parseHttpUrl, parseOllamaHost, parseWikiUrl } from '../../../src/config/parse-server-address.ts';

it.each([
  ['127.0.0.1', 'http://127.0.0.1:11434'],
  ['gpu-box', 'http://gpu-box:11434'],
  ['gpu-box:80', 'http://gpu-box'],
  [' gpu-box:5000 ', 'http://gpu-box:5000'],
  [':5000', 'http://127.0.0.1:5000'],
  ['0.0.0.0', 'http://127.0.0.1:11434'],
  ['0.0.0.0:5000', 'http://127.0.0.1:5000'],
  ['::', 'http://[::1]:11434'],
  ['::1', 'http://[::1]:11434'],
  ['[::1]:5000', 'http://[::1]:5000'],
  ['http://gpu-box', 'http://gpu-box'],
  ['https://gpu-box/', 'https://gpu-box'],
  ['https://gpu-box/ollama/', 'https://gpu-box/ollama'],
  ['gpu-box/ollama', 'http://gpu-box:11434/ollama'],
])('reads OLLAMA_HOST "%s" as Ollama does, as %s', (text, url) => {
  expect(parseOllamaHost(text)).toBe(url);
  expect(parseOllamaHost(url)).toBe(url);
});

it.each(['ftp://gpu', 'gpu:70000', 'gpu box', 'http://', 'http://me:word@gpu', 'gpu?key=1', 'a:b'])(
  'refuses "%s", which leads nowhere or holds what no list of settings may show',
  (text) => expect(parseOllamaHost(text)).toBeNull(),
);

it.each([
  ['http://127.0.0.1:8000/v1/', 'http://127.0.0.1:8000/v1'],
  ['HTTPS://Models.Example', 'https://models.example'],
])('writes the address %s in one way, so that paths can be put behind it', (text, url) =>
  expect(parseHttpUrl(text)).toBe(url),
);

it.each(['localhost:8000', 'file:///etc/passwd', 'http://host?x=1', 'http://host#part', ''])(
  'refuses "%s" as the address of a server',
  (text) => expect(parseHttpUrl(text)).toBeNull(),
);

it.each([
  ['https://wiki.intranet/{language}/', 'https://wiki.intranet/{language}'],
  ['https://wiki.intranet/%7BLanguage%7d', 'https://wiki.intranet/{language}'],
  ['https://{language}.wiki.intranet', 'https://{language}.wiki.intranet'],
])('keeps the place of the language in %s readable, since lists of settings show it', (text, url) => {
  expect(parseWikiUrl(text)).toBe(url);
  expect(parseWikiUrl(url)).toBe(url);
});

it('refuses as a wiki what is no address of a server', () => expect(parseWikiUrl('wiki/{language}')).toBeNull());
