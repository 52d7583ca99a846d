const list = (words: string): readonly string[] => words.split(' ');

const ENGLISH = list(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const ENGLISH_TENS = list('twenty thirty forty fifty sixty seventy eighty ninety');
const GERMAN = list(
  'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
);
const GERMAN_TENS = list('zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig');
/** German says the ones first, in one word: "zweiundvierzig". */
const GERMAN_ONES = list('ein zwei drei vier fünf sechs sieben acht neun');
/** Hindi has a word of its own for each number up to a hundred; ten a line. */
const HINDI = [
  'एक दो तीन चार पाँच छह सात आठ नौ दस',
  'ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस',
  'इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस तीस',
  'इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस चालीस',
  'इकतालीस बयालीस तैंतालीस चौवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास',
  'इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ साठ',
  'इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर',
  'इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी अस्सी',
  'इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी नब्बे',
  'इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे',
].flatMap(list);
const HINDI_SPELLINGS: readonly [string, number][] = [
  ['पांच', 5],
  ['छः', 6],
  ['पन्द्रह', 15],
  ['चवालीस', 44],
];

const GERMAN_TO_99: readonly [string, number][] = [
  ...countUp(GERMAN, 1, 1),
  ...countUp(GERMAN_TENS, 20, 10),
  ...GERMAN_TENS.flatMap((ten, tens) =>
    countUp(
      GERMAN_ONES.map((one) => `${one}und${ten}`),
      (tens + 2) * 10 + 1,
      1,
    ),
  ),
];
/** "Neunzehnhundertneunundsechzig": in one word, too. */
const GERMAN_YEARS = countUp(list('sechzehn siebzehn achtzehn neunzehn'), 1_600, 100).flatMap(
  ([teen, century]): [string, number][] => [
    [`${teen}hundert`, century],
    ...GERMAN_TO_99.map(([word, value]): [string, number] => [`${teen}hundert${word}`, century + value]),
  ],
);

/** Whole numbers in English, German and Hindi words, each of one word. Lower case, NFC. */
export const CARDINALS: ReadonlyMap<string, number> = new Map([
  ...countUp(ENGLISH, 1, 1),
  ...countUp(ENGLISH_TENS, 20, 10),
  ...GERMAN_TO_99,
  ...GERMAN_YEARS,
  ...countUp(HINDI, 1, 1),
  ...HINDI_SPELLINGS,
]);

/** Words that make the number before them a thousand times larger and more. Not अरब, which is also the word for Arabs. */
export const LARGE_WORDS: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['millionen', 1e6],
  ['milliarden', 1e9],
  ['हज़ार', 1e3],
  ['हजार', 1e3],
  ['लाख', 1e5],
  ['करोड़', 1e7],
]);

function countUp(words: readonly string[], from: number, step: number): [string, number][] {
  return words.map((word, index) => [word, from + index * step]);
}
