import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { checkPackage } from '../../../src/pptx/check-package.ts';
import { writeDeck } from '../../../src/pptx/write-deck.ts';
import { sampleDeck, samplePage } from '../../fixtures/sample-deck.ts';

type Parts = Record<string, Uint8Array>;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

async function findingsAfter(breakIt: (parts: Parts) => void) {
  const parts = unzipSync(await writeDeck(sampleDeck([samplePage()]), new AbortController().signal));
  breakIt(parts);
  return checkPackage(zipSync(parts));
}

function replaceIn(parts: Parts, name: string, from: string, to: string): void {
  const text = decoder.decode(parts[name]);
  if (!text.includes(from)) throw new Error(`${name} has no ${from}.`);
  parts[name] = encoder.encode(text.replace(from, to));
}

test('a sound deck has no findings', async () => {
  expect(await findingsAfter(() => undefined)).toEqual([]);
});

test('an override of a part that is not there is found, the fault that schema validators miss', async () => {
  const ghost = '<Override PartName="/ppt/slideMasters/slideMaster2.xml" ContentType="x/y"/></Types>';
  expect(await findingsAfter((parts) => replaceIn(parts, '[Content_Types].xml', '</Types>', ghost))).toEqual([
    { part: '[Content_Types].xml', problem: 'override-of-absent-part', detail: 'ppt/slideMasters/slideMaster2.xml' },
  ]);
});

test('a missing picture is found at the relationship that wants it', async () => {
  const findings = await findingsAfter((parts) => {
    delete parts['ppt/media/picture1.png'];
  });
  expect(findings).toEqual([
    { part: 'ppt/slides/_rels/slide1.xml.rels', problem: 'target-absent', detail: 'ppt/media/picture1.png' },
  ]);
});

test('a picture that nothing shows is found as an orphan', async () => {
  const findings = await findingsAfter((parts) => {
    parts['ppt/media/lost.png'] = encoder.encode('x');
  });
  expect(findings).toEqual([{ part: 'ppt/media/lost.png', problem: 'orphan-part', detail: 'ppt/media/lost.png' }]);
});

test('a part whose kind no content type names is found', async () => {
  const findings = await findingsAfter((parts) => {
    parts['ppt/media/lost.webp'] = encoder.encode('x');
  });
  expect(findings.map(({ problem }) => problem)).toEqual(['part-without-content-type', 'orphan-part']);
});

test.each([
  ['a bare ampersand', ' & '],
  ['a control character', '\u0001'],
  ['an open element', '<a:t>'],
])('a slide with %s is found, although LibreOffice shows it as a blank page', async (_, rubbish) => {
  const findings = await findingsAfter((parts) =>
    replaceIn(parts, 'ppt/slides/slide1.xml', 'The sun lifts', `The ${rubbish} sun lifts`),
  );
  expect(findings.map(({ part, problem }) => `${part} ${problem}`)).toEqual(['ppt/slides/slide1.xml malformed-xml']);
});

test('bytes that are no zip are one finding, not an exception', () => {
  expect(checkPackage(encoder.encode('no zip')).map(({ problem }) => problem)).toEqual(['not-a-zip']);
});
