/** A plain document of two short sections. */
export const PROSE = [
  '# Tea',
  '## Leaves',
  'Tea is a drink made of the leaves of one plant. The leaves are picked by hand and dried in the sun. Green tea is dried at once, while black tea is left to oxidise for hours.',
  '## Water',
  'Hot water draws the taste out of the leaves. Water that boils burns green leaves and makes them bitter. Black tea needs boiling water and about four minutes.',
].join('\n\n');

const RIVERS = [
  'Amazon',
  'Danube',
  'Ganges',
  'Indus',
  'Loire',
  'Mekong',
  'Niger',
  'Nile',
  'Oder',
  'Rhine',
  'Tagus',
  'Volga',
];
const LOADS = [
  'carries sand and mud from the hills down to the sea',
  'floods its plain when the snow melts in spring',
  'feeds fields and towns that lie far from its springs',
  'slows down near its mouth and drops what it carries',
];
const PARAGRAPH = LOADS.flatMap((load) => RIVERS.map((river) => `The ${river} ${load}, as maps of many years show us.`))
  .join(' ')
  .padEnd(5_000, ' Water always finds the shortest way down.')
  .slice(0, 5_000);

/** UTF-16, little endian, with its mark: what Windows Notepad calls Unicode. */
const toUtf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

/** Documents that a person can make a lecture of, though they are not plain. */
export const ODD_DOCUMENTS: readonly (readonly [title: string, name: string, bytes: Uint8Array])[] = [
  ['UTF-16', 'utf16.md', toUtf16(PROSE)],
  ['Latin-1', 'latin1.txt', Buffer.from(PROSE.replaceAll('drink', 'café drink'), 'latin1')],
  ['one paragraph of 5,000 characters', 'one-paragraph.txt', Buffer.from(PARAGRAPH)],
  ['emoji', 'emoji.md', Buffer.from(PROSE.replaceAll('. ', '. 🍵👩🏽‍🚀 '))],
  ['control characters', 'control.md', Buffer.from(PROSE.replaceAll('. ', '.\u0001\u0007\u0000 '))],
  [
    'a data URI of 2 MB',
    'data-uri.md',
    Buffer.from(`${PROSE}\n\n![A leaf](data:image/png;base64,${'QUJD'.repeat(500_000)})\n`),
  ],
  [
    'raw HTML',
    'html.md',
    Buffer.from(`${PROSE}\n\n<script>alert("tea")</script>\n\n<div onclick="x()">Tea is <b>old</b>.</div>\n`),
  ],
  ['right-to-left words among English ones', 'mixed.md', Buffer.from(PROSE.replaceAll('Tea is', 'Tea (שלום, شاي) is'))],
];

/** Documents that no lecture can be made of, and what the sentence about each names. */
export const USELESS_DOCUMENTS: readonly (readonly [title: string, name: string, bytes: Uint8Array, named: RegExp])[] =
  [
    [
      'a picture that is called text',
      'picture.md',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      /PNG|picture/i,
    ],
    [
      'random bytes',
      'noise.txt',
      Uint8Array.from({ length: 4_096 }, (_, n) => (n * 197 + (n >> 3) * 31) % 256),
      /binary|text/,
    ],
    ['one sentence', 'sentence.md', Buffer.from('# Tea\n\nTea is made of leaves.\n'), /sentence|prose|thin|short/i],
    [
      'headings alone',
      'headings.md',
      Buffer.from('# Tea\n\n## Leaves\n\n## Water\n\n## Cups\n'),
      /sentence|prose|heading/i,
    ],
    ['white space alone', 'blank.md', Buffer.from(' \n\t\n '), /empty|text|sentence/i],
    [
      'right-to-left text alone',
      'arabic.md',
      Buffer.from(`# شاي\n\n${'يُصنع الشاي من أوراق النبات. يسكب الماء الساخن فوقها. '.repeat(10)}`),
      /Arabic|"ar"|language/i,
    ],
  ];
