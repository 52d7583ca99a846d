import { expect, test } from 'vitest';
import { shareOfWords, topicWords } from '../../../../src/documents/wikipedia/topic-words.ts';
import { revisionAddress, wikiAddress } from '../../../../src/documents/wikipedia/wiki-address.ts';

test('takes the long words of a topic, and all of them when none is long', () => {
  expect(topicWords('How do tides work?')).toEqual(['tides', 'work']);
  expect(topicWords('AI in art')).toEqual(['ai', 'in', 'art']);
  expect(topicWords('जल चक्र')).toEqual(['चक्र']);
});

test('finds a word in another form, but a short one only as it is', () => {
  expect(shareOfWords(['tides', 'farms'], 'A tide and a farmer')).toBe(1);
  expect(shareOfWords(['c'], 'Cranes carry')).toBe(0);
  expect(shareOfWords(['tidal', 'bore'], 'Tide')).toBe(0);
  expect(shareOfWords([], 'Tide')).toBe(0);
});

test('knows where the wiki of a language lies, and the address of one revision there', () => {
  expect(wikiAddress(null, 'hi').href).toBe('https://hi.wikipedia.org/');
  expect(wikiAddress(null, 'nb').href).toBe('https://no.wikipedia.org/');
  const root = wikiAddress('http://127.0.0.1:8080/%7Blanguage%7D', 'de');
  expect(root.href).toBe('http://127.0.0.1:8080/de');
  expect(revisionAddress(root, 'AC/DC & co', 7)).toBe(
    'http://127.0.0.1:8080/de/w/index.php?title=AC%2FDC_%26_co&oldid=7',
  );
});
