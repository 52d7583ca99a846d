import type { LinkRules } from '../writing-language.ts';
import { isAnaphoric, leansOnOthers } from './is-anaphoric.ts';
import { cutLeadingConnective } from './leading-connective.ts';

export const ENGLISH_LINKS: LinkRules = { cutLeadingConnective, isAnaphoric, leansOnOthers };
