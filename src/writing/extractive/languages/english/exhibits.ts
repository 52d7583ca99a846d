import type { ExhibitRules } from '../exhibit-rules.ts';

const NUMBER = '[-−]?\\p{N}+(?:,\\p{N}{3})*(?:\\.\\p{N}+)?';
const FREE = '(?<![\\p{L}\\p{N}.,€$£¥₹-])';
const SCALE = '(?:thousand|million|billion|trillion)';
// A bare number says little; these are what numbers of a lecture count.
const UNIT =
  '(?:km²|km³|km/h|km|m²|m³|metres?|meters?|kilomet(?:re|er)s?|miles?|feet|tonnes?|tons?|kg|litres?|liters?|°C|°F|degrees|' +
  '(?:light[ -])?years?|days?|hours?|minutes?|seconds?|people|inhabitants|species|times|GW|MW|kWh|TWh)';

const FIGURES: readonly RegExp[] = [
  new RegExp(`${FREE}(?<figure>${NUMBER}[\\s\\u00a0]?(?:%|percent|per cent))(?<share>\\s+of\\b)?(?!\\s*[–-])`, 'giu'),
  /(?<![\p{L}-])(?<figure>(?:one|two|three|four|nine) (?:in|out of) (?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred))(?![\p{L}-])/giu,
  /(?<![\p{L}-])(?<figure>(?:one|two|three) (?:third|quarter|fifth)s?)(?<share> of)\b/giu,
  new RegExp(`${FREE}(?<figure>[€$£¥₹]${NUMBER}(?:[\\s\\u00a0]${SCALE})?)(?![\\p{L}\\p{N}])`, 'giu'),
  new RegExp(`${FREE}(?<figure>${NUMBER}[\\s\\u00a0]${SCALE}(?:[\\s\\u00a0]${UNIT})?)(?![\\p{L}\\p{N}²³])`, 'giu'),
  new RegExp(`${FREE}(?<figure>\\p{N}{1,3}(?:,\\p{N}{3})+(?:[\\s\\u00a0]${UNIT}))(?![\\p{L}\\p{N}²³])`, 'giu'),
];

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const PARTS: ReadonlyMap<string, number> = new Map([
  ...WORDS.map((word, value) => [word, value] as const),
  ['third', 3],
  ['quarter', 4],
  ['fifth', 5],
  ['twenty', 20],
  ['hundred', 100],
]);

function shareInWords(figure: string): number | null {
  const words = figure.toLowerCase().split(/\s+/u);
  const part = PARTS.get(words[0] ?? '');
  const whole = PARTS.get((words.at(-1) ?? '').replace(/s$/u, ''));
  return part === undefined || whole === undefined || part > whole || whole === 0 ? null : part / whole;
}

const SAYS =
  '(?:said|says|wrote|writes|argued|noted|explained|remarked|declared|warned|replied|recalled|observed|added|concluded|told \\p{L}+(?: \\p{L}+)?|put it)';
const NAME =
  '(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame|St)\\.? )?\\p{Lu}[\\p{L}.’-]*(?: (?:\\p{Lu}[\\p{L}.’-]*|of|the|de|van|von|der|da))*';
const SAYINGS: readonly RegExp[] = [
  new RegExp(`^“(?<quote>[^“”]+?),?”,? (?:${SAYS} )(?<who>${NAME})(?=[.,;]|$)`, 'u'),
  new RegExp(`^“(?<quote>[^“”]+?),?”,? (?<who>${NAME}) ${SAYS}(?=[.,;]|$)`, 'u'),
  new RegExp(
    `^(?:In (?:\\p{N}{4}|\\p{Lu}\\p{L}+(?: \\p{N}{4})?),? )?(?:(?:The|A|An|Our|My) (?:\\p{Ll}+ ){1,3})?(?<who>${NAME}) (?:once |later |also |famously )?${SAYS}(?: that)?[,:]? “(?<quote>[^“”]+)”[.]?$`,
    'u',
  ),
];

const TERM = '(?:An? )?(?<term>\\p{L}[\\p{L}’-]*(?: [\\p{L}’-]+){0,2})';
const DEFINITIONS: readonly RegExp[] = [
  new RegExp(`^${TERM} (?:is|are) (?<meaning>(?:the|an?|any|all|a kind of) .+)$`, 'u'),
  new RegExp(`^${TERM} (?:means|refers to|describes|is defined as|is the name for) (?<meaning>.+)$`, 'u'),
];

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const TIME = new RegExp(
  `^(?:(?:c\\. ?)?[12]\\p{N}{3}(?:[–/-](?:\\p{N}{2}|\\p{N}{4}))?(?:s| (?:BC|AD|CE|BCE))?|(?:\\p{N}{1,2} )?${MONTH}(?: \\p{N}{1,2})?(?:,? \\p{N}{4})?|\\p{N}{4}-\\p{N}{2}(?:-\\p{N}{2})?|Q[1-4](?: \\p{N}{4})?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:day|week|month|year) \\p{N}+|(?:spring|summer|autumn|fall|winter)(?: \\p{N}{4})?)$`,
  'iu',
);

export const ENGLISH_EXHIBITS: ExhibitRules = {
  figures: FIGURES,
  shareInWords,
  sayings: SAYINGS,
  definitions: DEFINITIONS,
  remark: /^(?:note|tip|warning|important|caution|hint|info|example|remember|nb|n\.b\.)\b\s*[:.!–—-]?/iu,
  time: TIME,
  total: /^(?:(?:grand )?totals?|sum|altogether|overall|all)$/iu,
  captionLabel: /^(?:table|figure|fig\.|chart|exhibit)\s*[\p{N}.]*\p{N}\s*[.:–—-]?\s+/iu,
  valuesBy: (values, names) => `${values} by ${names}`,
};
