const PLACES = [
  'Ardal',
  'Bremo',
  'Cintra',
  'Dorvik',
  'Elmas',
  'Farin',
  'Gorze',
  'Halden',
  'Istria',
  'Jolster',
  'Kalmar',
  'Lugano',
  'Morava',
  'Nordia',
  'Orsova',
  'Pavia',
];
const THINGS = [
  'bridge',
  'harbour',
  'mill',
  'orchard',
  'canal',
  'market',
  'quarry',
  'school',
  'library',
  'railway',
  'theatre',
  'hospital',
  'garden',
  'factory',
  'lighthouse',
  'museum',
];
const MATTERS = [
  'timber',
  'salt',
  'copper',
  'wool',
  'grain',
  'glass',
  'paper',
  'stone',
  'fish',
  'wine',
  'silk',
  'iron',
];
const PEOPLE = ['masons', 'farmers', 'sailors', 'teachers', 'weavers', 'engineers', 'gardeners', 'merchants'];

/** Each makes another statement of the same place and thing; numbers differ everywhere. */
const SENTENCES: readonly ((place: string, thing: string, at: number) => string)[] = [
  (place, thing, at) =>
    `The ${thing} of ${place} was built in ${1500 + ((at * 7) % 450)} by ${pick(PEOPLE, at)} from three valleys.`,
  (place, thing, at) =>
    `Its walls hold about ${120 + at * 3} tonnes of ${pick(MATTERS, at)}, which came to ${place} by boat to finish the ${thing}.`,
  (place, thing, at) =>
    `Records from ${place} show that ${40 + (at % 50)} families lived on the income of the ${thing} for ${2 + (at % 7)} generations.`,
  (place, thing, at) =>
    `A flood in ${1600 + ((at * 11) % 390)} damaged the ${thing}, and the town of ${place} repaired it within ${2 + (at % 9)} years.`,
  (place, thing, at) =>
    `Trade in ${pick(MATTERS, at + 5)} made the ${thing} known beyond ${place}, as far as the coast ${90 + at} km away.`,
  (place, thing, at) =>
    `Visitors to ${place} can walk around the ${thing} in ${10 + (at % 40)} minutes on a path of ${pick(MATTERS, at + 2)} chips.`,
  (place, thing, at) =>
    `The council of ${place} spends ${3 + (at % 17)}% of its budget on the ${thing} and on the ${pick(PEOPLE, at + 3)} who care for it.`,
];

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';

/** Returns a report in Markdown of about `wordCount` words: chapters with sections, a table in every third chapter. */
export function longText(wordCount: number): string {
  const parts = ['# A survey of sixteen towns'];
  let words = 0;
  for (let chapter = 0; words < wordCount; chapter += 1) {
    const place = pick(PLACES, chapter);
    const name = chapter < PLACES.length ? place : `${place} ${chapter}`;
    parts.push(`## The town of ${name}`);
    for (let section = 0; section < 6 && words < wordCount; section += 1) {
      const at = chapter * 6 + section;
      const thing = pick(THINGS, at);
      parts.push(`### The ${thing} of ${name}`);
      const text = SENTENCES.map((sentence, index) => sentence(name, thing, at * 7 + index));
      parts.push(text.slice(0, 4).join(' '), text.slice(4).join(' '));
      words += text.join(' ').split(' ').length;
    }
    if (chapter % 3 === 0)
      parts.push(
        `| Work of ${name} | Visitors (thousand) |\n|---|---|\n${THINGS.slice(0, 5)
          .map((thing, index) => `| ${thing} | ${((chapter + 3) * (index + 2) * 7) % 90} |`)
          .join('\n')}`,
      );
  }
  return parts.join('\n\n');
}
