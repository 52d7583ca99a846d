import { lookUp } from './look-up.ts';
import { speakDecade, speakYear } from './speak-year.ts';
import type { SpokenVocabulary } from './spoken-vocabulary.ts';

/** A written word between its neighbours, all three without marks around them. */
export interface WordContext {
  readonly previous: string;
  readonly next: string;
  readonly vocabulary: SpokenVocabulary;
}

const NUMBER = '[\\d०-९][\\d०-९,]*(?:\\.[\\d०-९]+)?';
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const IS_NUMBER = new RegExp(`^[+\\-−~]?${NUMBER}$`, 'u');
// The first unit may be written or not: "10–15%", "10%–15%".
const RANGE = new RegExp(`^([$€£¥₹]?)(${NUMBER})(?:%|°C?)?(-|–|—|…)[$€£¥₹]?(${NUMBER})(.*)$`, 'u');
const CALCULATION = /^(.*[\p{L}\d)⁰¹²³⁴-⁹])([×·÷=+])([\p{L}\d(√−-].*)$/u;
const PREFIXED = new RegExp(`^([~∼≈<>≤≥±+\\-−#№§×])([$€£¥₹]?(?:${NUMBER}).*)$`, 'u');
const MONEY = new RegExp(`^(?:US|A|C|NZ|HK)?([$€£¥₹])(${NUMBER})(\\p{L}{0,2})$`, 'u');
const WITH_UNIT = new RegExp(`^(${NUMBER})(-?)([^\\d,.-].*)$`, 'u');
const POWER = new RegExp(`^(.*?[\\p{L}\\d)])(?:\\^([-−]?)(\\d+)|(⁻?)([${SUPERSCRIPTS}]+))$`, 'u');
const DATED = /^((?:mid|early|late|pre|post)-)?([12]\d{3})(['’]?s)?(?<=s|-[12]\d{3})$/u;
const YEAR_CUES =
  /^(?:in|since|until|till|by|before|after|during|from|around|circa|early|late|year|of|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|between|the)$/iu;

export const isNumber = (word: string): boolean => IS_NUMBER.test(word);

function isYear(word: string, context: WordContext): boolean {
  if (!context.vocabulary.readsYearsInPairs || !/^\d{4}$/u.test(word)) return false;
  const year = Number(word);
  if (Object.hasOwn(context.vocabulary.units, context.next) || context.vocabulary.scaleWords.has(context.next))
    return false;
  // 1900 to 2099 is a year nearly always; older ones only where a word before says so ("in 1492", not "1500 ships").
  return (year >= 1900 && year <= 2099) || (year >= 1001 && year < 1900 && YEAR_CUES.test(context.previous));
}

function speakMoney(word: string, context: WordContext): string | null {
  const match = MONEY.exec(word);
  const [, sign = '', amount = '', scale = ''] = match ?? [];
  const names = lookUp(context.vocabulary.currencies, sign);
  const scaleWord = scale === '' ? '' : lookUp(context.vocabulary.scales, scale);
  if (match === null || names === undefined || scaleWord === undefined) return null;
  const [one, many, hundredths] = names;
  if (scaleWord !== '') return `${amount} ${scaleWord} ${many}`;
  // "$5 million": the scale word says the currency.
  if (context.vocabulary.scaleWords.has(context.next)) return amount;
  const cents = /^([\d,]+)\.(\d\d)$/u.exec(amount);
  if (cents !== null) return `${cents[1]} ${cents[1] === '1' ? one : many} ${Number(cents[2])} ${hundredths}`;
  return `${amount} ${amount === '1' ? one : many}`;
}

function speakRange(word: string, context: WordContext): string | null {
  const match = RANGE.exec(word);
  if (match === null) return null;
  const [, sign = '', first = '', dash = '', second = '', rest = ''] = match;
  // A hyphen also joins what is no range: "555-1234", "3-2".
  if (dash === '-' && Number(first.replaceAll(',', '')) >= Number(second.replaceAll(',', ''))) return null;
  if (/^[-–—\d]/u.test(rest)) return null;
  const { vocabulary } = context;
  const areYears = rest === '' && sign === '' && /^[12]\d{3}$/u.test(first) && /^(?:[12]\d{3}|\d\d)$/u.test(second);
  const say = (value: string): string =>
    areYears && vocabulary.readsYearsInPairs && value.length === 4 ? speakYear(Number(value)) : value;
  const end = rest === '' && sign === '' ? say(second) : speakNumber(`${sign}${second}${rest}`, context);
  return end === null ? null : `${say(first)} ${vocabulary.to} ${end}`;
}

/** The names of a unit, one and many; "m³/s" is put together from its two. */
export function nameUnit(unit: string, { units, per }: SpokenVocabulary): readonly [string, string] | undefined {
  const known = lookUp(units, unit);
  const [upper = '', lower = '', more] = unit.split('/');
  const above = lookUp(units, upper);
  if (known !== undefined || above === undefined || !/^\p{L}+[²³]?$/u.test(lower) || more !== undefined) return known;
  const below = lookUp(units, lower)?.[0] ?? lower;
  return [`${above[0]} ${per} ${below}`, `${above[1]} ${per} ${below}`];
}

function speakWithUnit(word: string, { vocabulary }: WordContext): string | null {
  const [, amount = '', hyphen = '', unit = ''] = WITH_UNIT.exec(word) ?? [];
  const names = nameUnit(unit, vocabulary);
  if (names === undefined) return null;
  return `${amount} ${amount === '1' || hyphen !== '' ? names[0] : names[1]}`;
}

/** "5×10³", "2+2=4": the parts are numbers of their own. */
function speakCalculation(word: string, context: WordContext): string | null {
  const [, left, sign = '', right = ''] = CALCULATION.exec(word) ?? [];
  if (left === undefined || !/\d/u.test(word)) return null;
  const apart = { ...context, previous: '', next: '' };
  const say = (part: string): string => speakNumber(part, apart) ?? part;
  return `${say(left)} ${lookUp(context.vocabulary.signs, sign) ?? sign} ${say(right)}`;
}

function speakPower(word: string, { vocabulary }: WordContext): string | null {
  const match = POWER.exec(word);
  if (match === null) return null;
  const [, base = '', minusSign, plain, raisedMinus, raised = ''] = match;
  const exponent = plain ?? [...raised].map((digit) => SUPERSCRIPTS.indexOf(digit)).join('');
  const isNegative = (minusSign ?? '') !== '' || (raisedMinus ?? '') !== '';
  // Where the voice reads raised figures, they stay where they are raised.
  if (raised !== '' && vocabulary.keptSigns.has(raised) && vocabulary.toThePowerOf === '') return null;
  if (!isNegative && exponent === '2') return `${base} ${vocabulary.squared}`;
  if (!isNegative && exponent === '3') return `${base} ${vocabulary.cubed}`;
  return `${base} ${vocabulary.toThePowerOf} ${isNegative ? `${vocabulary.minus} ` : ''}${exponent}`;
}

function speakDate(word: string, { vocabulary }: WordContext): string | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})-([01]\d)-([0-3]\d)$/u.exec(word) ?? [];
  const name = vocabulary.months[Number(month) - 1];
  if (name === undefined) return null;
  return vocabulary.readsYearsInPairs
    ? `${name} ${Number(day)}, ${speakYear(Number(year))}`
    : `${Number(day)} ${name} ${year}`;
}

function speakVersion(word: string, { vocabulary }: WordContext): string | null {
  if (!/^(?:v\d+(?:\.\d+)*|\d+(?:\.\d+){2,})$/iu.test(word)) return null;
  const spoken = word.replace(/^v/iu, '').replaceAll('.', ` ${vocabulary.point} `);
  return /^v/iu.test(word) ? `${vocabulary.version} ${spoken}` : spoken;
}

function speakFraction(word: string, { vocabulary }: WordContext): string | null {
  // Hindi has words of their own for one and a half and two and a half.
  const own = lookUp(vocabulary.fractions, word);
  if (own !== undefined) return own;
  const whole = /^(\d+)([½⅓⅔¼¾])$/u.exec(word);
  if (whole?.[2] === '½') return `${whole[1]} ${vocabulary.andAHalf}`;
  const known = lookUp(vocabulary.fractions, whole?.[2] ?? word);
  if (known !== undefined) return whole === null ? known : `${whole[1]} ${known}`;
  const [, upper, lower] = /^(\d+)\/(\d+)$/u.exec(word) ?? [];
  if (upper === undefined || lower === undefined) return null;
  // "50/50" and the season "2020/21" are pairs, not quotients.
  const isPair = upper === lower || (/^[12]\d{3}$/u.test(upper) && lower.length === 2);
  return isPair ? `${upper} ${lower}` : `${upper} ${vocabulary.over} ${lower}`;
}

/**
 * Returns how a written number is said (years, money, ranges, units, powers, dates, versions, fractions), or null when
 * the engines read the word right as it stands: counts, decimals, ordinals and times of day keep their digits.
 */
export function speakNumber(word: string, context: WordContext): string | null {
  const { vocabulary } = context;
  if (isYear(word, context)) return speakYear(Number(word));
  const dated = vocabulary.readsYearsInPairs ? DATED.exec(word) : null;
  if (dated !== null) {
    const [, part = '', year = '', ending = ''] = dated;
    // "the 1960s" and "the 1960's" are the decade, "2019's" belongs to the year.
    const isDecade = year.endsWith('0') && ending !== '';
    const said = isDecade ? speakDecade(Number(year)) : `${speakYear(Number(year))}${ending}`;
    return `${part.replace('-', ' ')}${said}`;
  }
  const [, sign = '', rest = ''] = PREFIXED.exec(word) ?? [];
  const said = lookUp(vocabulary.prefixes, sign);
  if (said !== undefined) return `${said.before} ${speakNumber(rest, context) ?? rest} ${said.after}`.trim();
  const ratio = /^(\d+):(\d)$/u.exec(word) ?? /^(16):(10)$/u.exec(word);
  if (ratio !== null) return `${ratio[1]} ${vocabulary.to} ${ratio[2]}`;
  return (
    speakCalculation(word, context) ??
    speakMoney(word, context) ??
    speakDate(word, context) ??
    speakVersion(word, context) ??
    speakRange(word, context) ??
    speakFraction(word, context) ??
    speakWithUnit(word, context) ??
    speakPower(word, context)
  );
}
