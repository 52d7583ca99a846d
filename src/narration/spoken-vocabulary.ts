/** What one language says for signs that a speech engine reads wrongly or not at all. */
export interface SpokenVocabulary {
  /** Whether years are said in pairs ("nineteen sixty-nine"). */
  readonly readsYearsInPairs: boolean;
  /** Signs with one reading wherever they stand. */
  readonly signs: Readonly<Record<string, string>>;
  /** Signs right before a number: what is said before and after that number. */
  readonly prefixes: Readonly<Record<string, { readonly before: string; readonly after: string }>>;
  readonly to: string;
  readonly point: string;
  readonly dot: string;
  readonly at: string;
  readonly over: string;
  readonly per: string;
  readonly version: string;
  readonly number: string;
  /** Said after the base of a power: 2, 3, and before any other exponent. */
  readonly squared: string;
  readonly cubed: string;
  readonly toThePowerOf: string;
  readonly minus: string;
  readonly andAHalf: string;
  readonly fractions: Readonly<Record<string, string>>;
  /** One and many. Case matters: "m" is not "M". */
  readonly units: Readonly<Record<string, readonly [string, string]>>;
  /** One, many, and a hundredth (many), by currency sign. */
  readonly currencies: Readonly<Record<string, readonly [string, string, string]>>;
  /** Suffixes of an amount of money: "$5bn". */
  readonly scales: Readonly<Record<string, string>>;
  readonly scaleWords: ReadonlySet<string>;
  /** Lower case, with the full stop. */
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly abbreviationsBeforeNumber: Readonly<Record<string, string>>;
  /** Abbreviations of two written words, "z. b.": what each of the two is said as. */
  readonly spacedAbbreviations: Readonly<Record<string, readonly [string, string]>>;
  readonly months: readonly string[];
  /** Signs that the engines of the language read well by themselves; they reach them as written. */
  readonly keptSigns: ReadonlySet<string>;
}

/** Returns the table of a language (BCP 47 tag), the general one for a language without a table of its own. */
export function chooseVocabulary(
  tables: Readonly<Record<'en' | 'hi', SpokenVocabulary>>,
  general: (code: string) => SpokenVocabulary,
  language: string,
): SpokenVocabulary {
  const [code = ''] = language.toLowerCase().split('-');
  return code === 'en' || code === 'hi' ? tables[code] : general(code);
}
