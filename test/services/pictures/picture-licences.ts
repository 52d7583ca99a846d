/** A licence as the providers name it. */
export interface PictureLicence {
  /** Openverse's code. */
  readonly code: string;
  readonly version: string;
  readonly url: string;
  /** Commons' short name. */
  readonly shortName: string;
  readonly isCommercial: boolean;
  readonly isModifiable: boolean;
}

const creativeCommons = (code: string, version: string): PictureLicence => ({
  code,
  version,
  url: `https://creativecommons.org/licenses/${code}/${version}/`,
  shortName: `CC ${code.toUpperCase()} ${version}`,
  isCommercial: !code.includes('nc'),
  isModifiable: !code.includes('nd'),
});

const CC0: PictureLicence = {
  code: 'cc0',
  version: '1.0',
  url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  shortName: 'CC0',
  isCommercial: true,
  isModifiable: true,
};

const PUBLIC_DOMAIN: PictureLicence = {
  code: 'pdm',
  version: '1.0',
  url: 'https://creativecommons.org/publicdomain/mark/1.0/',
  shortName: 'Public domain',
  isCommercial: true,
  isModifiable: true,
};

/** About half of them forbid what slides do: Openverse holds such pictures too. */
export const OPENVERSE_LICENCES: readonly [PictureLicence, ...PictureLicence[]] = [
  creativeCommons('by', '2.0'),
  creativeCommons('by-sa', '4.0'),
  creativeCommons('by-nc', '2.0'),
  creativeCommons('by-nd', '2.0'),
  creativeCommons('by-nc-sa', '4.0'),
  creativeCommons('by-nc-nd', '2.0'),
  CC0,
  PUBLIC_DOMAIN,
];

/** Commons takes only free licences. */
export const COMMONS_LICENCES: readonly [PictureLicence, ...PictureLicence[]] = [
  creativeCommons('by-sa', '4.0'),
  creativeCommons('by-sa', '3.0'),
  creativeCommons('by', '4.0'),
  creativeCommons('by', '2.0'),
  CC0,
  PUBLIC_DOMAIN,
];
