const GLACIERS =
  'A glacier is a body of ice that moves under its own weight. Snow falls on high ground and does not melt in summer. ' +
  'New layers press on the old ones and turn them into ice. The ice begins to flow when it is about 30 m thick. ' +
  'Valley glaciers follow the paths of older rivers. They deepen the valley and give it the shape of a U. ' +
  'Dr. Agassiz described ice ages in 1840, e.g. in the Alps. Meltwater lubricates the bed of the glacier. ' +
  'A surging glacier can move 3.5 km in a year. Icebergs break off where a glacier meets the sea.';

const sections = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_unused, index) => `## Topic ${index + 1} of glaciers\n\n${text(index)}\n`).join('\n');

const NOUNS = ['valley', 'summit', 'moraine', 'crevasse', 'fjord', 'delta', 'canyon', 'lagoon', 'plateau', 'basin'];
const noun = (index: number): string => `${NOUNS[index % NOUNS.length]} ${index + 1}`;

/** Documents that people have and no textbook shows, by name. All of them can be made into a lecture. */
export const ODD_DOCUMENTS: Readonly<Record<string, string>> = {
  'one long paragraph.txt': Array.from(
    { length: 12 },
    (_unused, index) =>
      `The ${noun(index)} was mapped in ${1850 + index}. Surveyors walked ${index + 12} km with chains and poles to reach the ${noun(index)}. ` +
      `Ice covered the ${noun(index)} for most of the winter, so the work took two summers. Later maps of the ${noun(index)} changed little. ` +
      `Farmers near the ${noun(index)} still use names from the first map.`,
  ).join(' '),
  'list only.md':
    '# Packing for the Arctic\n\n' +
    Array.from(
      { length: 14 },
      (_unused, index) => `- Carry ${index + 2} spare ${NOUNS[index % 10]} markers in a dry bag`,
    ).join('\n'),
  'short items.md':
    '# Weather\n\nMany things fall from the sky in a storm.\n\n- Rain\n- Snow\n- Hail\n- Sleet\n\nStorms form where warm air meets cold air. Lightning heats the air to about 30,000 °C.',
  'table.md':
    '# Planets\n\n## Sizes\n\nPlanets differ in size. Jupiter is the largest planet of the solar system.\n\n' +
    '| Planet | Diameter | Moons |\n|---|---|---|\n| Earth | 12,742 km | 1 |\n| Mars | 6,779 km | 2 |\n| Jupiter | 139,820 km | 95 |\n\n## Orbits\n\nEvery planet moves round the Sun in an ellipse. The Sun stands in one focus of the ellipse.',
  'same headings.md':
    '# Field notes\n\n' +
    ['north', 'south', 'east', 'west']
      .map(
        (side) =>
          `## Results\n\nThe ${side} station lost 4 m of ice in a year. Snow at the ${side} station fell late in spring. Winds near the ${side} station were weak.\n`,
      )
      .join('\n'),
  'hundred headings.md': `# Atlas\n\n${sections(100, (index) => `The ${noun(index)} lies ${index + 3} km from the coast. Ships reach the ${noun(index)} in summer.`)}`,
  'deep nesting.md':
    '# Ice\n\n## Forms\n\n### On land\n\n#### Large\n\nAn ice sheet covers more than 50,000 km². Antarctica holds the largest ice sheet.\n\n#### Small\n\nAn ice cap covers a smaller area than an ice sheet. Iceland has several ice caps.\n\n### At sea\n\nSea ice forms when the ocean freezes. Sea ice is thinner than an ice shelf.\n\n## Uses\n\nPeople cut ice from lakes before refrigerators were common. Trains carried ice to cities.',
  'capitals.txt': `NOTES ON GLACIERS\n\n${GLACIERS.toUpperCase()}`,
  'no final marks.md':
    '# Rivers\n\n## Sources\n\nA river begins at a spring or a lake\n\nMany rivers begin under a glacier\n\n## Mouths\n\nA river ends at the sea or in a lake\n\nA delta forms where the water slows down',
  'quotations.md': `# Voices\n\n## Speakers\n\n"Ice remembers," said Dr. Lee. Dr. Lee studied ice for 40 years. The U.S. Army drilled the first deep core in 1966.\n\n> The core was 1,387 m long. Each layer of the core is one year of snow.\n\n## Doubts\n\n'Not all layers are clear,' wrote a reviewer. Layers near the bottom are squeezed thin (see Figure 3). Melting can remove whole layers [12].`,
  'two sentences.txt':
    'Glaciers are rivers of ice that move slowly downhill under their own weight. Icebergs break off where glaciers meet the sea.',
  'html and junk.md': `# Page\n\n<!-- secret comment -->\n<script>var leaked = 1;</script>\n\n<div align="center">Glaciers move slowly over their beds every day.</div>\n\n${GLACIERS} <b>Bold</b> words stay. ![alt words](data:image/png;base64,${'A'.repeat(5000)}) \u{1F9CA}\n\n\`\`\`js\nconst hidden = 1;\n\`\`\`\n\nSee [the survey](https://example.org/x) for more about ice. Footnote here[^1].\n\n[^1]: Hidden footnote text.`,
  'parts.md': ['Land', 'Sea', 'Air']
    .map(
      (part, at) =>
        `# ${part}\n\n${sections(6, (index) => `The ${part.toLowerCase()} has a ${noun(at * 6 + index)} of its own. Maps of the ${part.toLowerCase()} show the ${noun(at * 6 + index)} in blue. Pilots use the ${noun(at * 6 + index)} as a mark.`).replaceAll('glaciers', `the ${part.toLowerCase()}`)}`,
    )
    .join('\n'),
  'plain with headings.txt': `THE ICE AGE\n===========\n\n1. Causes\n\n${GLACIERS}\n\n2. Effects\n\nSea level fell by about 120 m. People walked from Asia to America.\nLarge lakes formed at the edge of\nthe ice.\n\nWhat remains\n\nThe Great Lakes fill basins that ice carved. Finland still rises by up to 9 mm in a year.`,
};
