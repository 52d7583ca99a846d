import { expect, test } from 'vitest';
import { readPackagedFile } from '../../../src/frames/read-packaged-file.ts';

test('reads a file of an installed package', () => {
  const icon = readPackagedFile('@phosphor-icons/core/assets/duotone/cloud-duotone.svg').toString('utf8');
  expect(icon).toMatch(/^<svg /);
});

test.each(['@phosphor-icons/core/assets/duotone/no-such-duotone.svg', '@fontsource/no-such-font/files/a.woff2'])(
  'says of %s what to do, since an incomplete installation is no defect',
  (specifier) => {
    expect(() => readPackagedFile(specifier)).toThrow(
      expect.objectContaining({
        code: 'ENGINE_MISSING',
        message: `The file ${specifier} is not installed; run "npm ci" again.`,
      }),
    );
  },
);
