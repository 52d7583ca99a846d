import { expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { pptxFingerprint } from '../../../src/pptx/pptx-fingerprint.ts';

test.each(['pptxgenjs', '@xmldom/xmldom', 'fflate'] as const)(
  'names the installed version of %s, or decks of an older version would be taken from the store',
  (name) => {
    expect(pptxFingerprint()).toContain(`${name} ${packageJson.dependencies[name]}`);
  },
);
