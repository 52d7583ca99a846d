import { expect, test } from 'vitest';
import { findXmlFault } from '../../../../src/pptx/package/find-xml-fault.ts';
import { encodeXml } from '../../../../src/pptx/package/xml-part.ts';

test.each(['<a>x &amp; y &#x20B9; &#38;</a>', '<?xml version="1.0"?><!-- R & D --><a><![CDATA[x & y]]></a>'])(
  '%s is well-formed',
  (xml) => {
    expect(findXmlFault(encodeXml(xml))).toBeNull();
  },
);

test.each([
  ['a bare ampersand in text', '<a>x & y</a>'],
  ['a bare ampersand in an attribute', '<a b="x & y"/>'],
  ['a reference to a control character', '<a>&#1;</a>'],
  ['a reference beyond Unicode', '<a>&#x110000;</a>'],
  ['a control character', '<a>\u0001</a>'],
  ['an unknown entity', '<a>&nbsp;</a>'],
  ['an attribute without quotes', '<a b=1/>'],
  ['an attribute twice', '<a b="1" b="2"/>'],
  ['a prefix without a namespace', '<p:a/>'],
  ['an open element', '<a>'],
  ['two roots', '<a/><b/>'],
  ['nothing', ''],
])('%s is a fault', (_, xml) => {
  expect(findXmlFault(encodeXml(xml))).toEqual(expect.any(String));
});
