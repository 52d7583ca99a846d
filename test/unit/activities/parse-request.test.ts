import { expect, test } from 'vitest';
import { parseRequest } from '../../../src/activities/parse-request.ts';

const SOURCE = { path: '/home/me/notes.md' };
const BASE = { sha256: 'a'.repeat(64), sizeBytes: 1, mediaType: 'application/json' };

test.each([
  [undefined, 'There is no request; give a JSON object such as {"source":{"path":"/home/me/notes.md"}}.'],
  ['notes.md', 'The request is "notes.md"; give a JSON object such as'],
  [[SOURCE], 'The request is [{"path":"/home/me/notes.md"}]; give a JSON object such as'],
  [
    { source: SOURCE, slidez: 4 },
    'The request has the unknown key "slidez"; it may have project, source, base, topic, slides,',
  ],
  [{ source: SOURCE, slides: 1000 }, 'The "slides" of the request is 1000; give a whole number from 3 to 100.'],
  [{ source: SOURCE, project: '../x' }, 'The "project" of the request is "../x"; give a name of at most 80 letters,'],
  [{ source: 'notes.md' }, 'The "source" of the request is "notes.md"; give an object such as {"path":'],
  [{ source: { file: 'x' } }, 'The "source" of the request is {"file":"x"}; give an object such as {"path":'],
  [{ base: BASE, slides: 5 }, 'The request carries a run on ("base") under its own plan; leave out "slides".'],
  [{ base: 'abc' }, 'The "base" of the request is "abc"; give the record of a run, as `lectra resume` gives it,'],
  [
    { source: SOURCE, writer: 'extractive', model: 'llama3.1:8b' },
    'The "model" of the request, "llama3.1:8b", has no use with the writer "extractive", which asks no model; leave one of them out.',
  ],
  [{ source: SOURCE, video: 'no' }, 'The "video" of the request is "no"; give true or false.'],
])('says of %j in plain words what was found and what to give', (request, sentence) => {
  expect(() => parseRequest(request)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  expect(() => parseRequest(request)).toThrow(sentence);
});

test('fills what is not given with the defaults', () => {
  expect(parseRequest({ source: SOURCE })).toMatchObject({ theme: 'paper', video: true, source: SOURCE });
});

test('carries a run on with its record alone, and the name of its project', () => {
  expect(parseRequest({ base: BASE, project: 'tides' })).toMatchObject({ base: BASE, project: 'tides' });
});
