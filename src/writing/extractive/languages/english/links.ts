import type { LinkRules } from '../writing-language.ts';
import { isAnaphoric, leansOnOthers } from './is-anaphoric.ts';
import { cutLeadingConnective } from './leading-connective.ts';

// Not those that count ("second,"): the first may be cut away.
const KEPT =
  /^(?:however|therefore|thus|hence|consequently|accordingly|as a (?:result|consequence)|for (?:this|that) reason|in contrast|by contrast|instead|nevertheless|nonetheless|for (?:example|instance)|in other words|in addition|moreover|furthermore|similarly|likewise|on the (?:other hand|contrary)|conversely|meanwhile|even so|at the same time|but|so|yet)\b/iu;

export const ENGLISH_LINKS: LinkRules = { cutLeadingConnective, kept: KEPT, isAnaphoric, leansOnOthers };
