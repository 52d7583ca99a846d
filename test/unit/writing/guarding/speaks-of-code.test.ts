import { describe, expect, it } from 'vitest';
import { speaksOfCode } from '../../../../src/writing/guarding/texts/speaks-of-code.ts';

describe('speaksOfCode', () => {
  it.each([
    'Memory in C++',
    'C# for beginners',
    'Services in .NET',
    'Git for teams',
    'Writing a Node.js server',
    'Reports in LaTeX',
    'A first web page',
    'पायथन में प्रोग्रामिंग',
    'सॉफ्टवेयर कैसे बनता है',
    'Softwareentwicklung im Team',
    'Datenbanken verstehen',
  ])('knows that %j is about code', (given) => {
    expect(speaksOfCode(given)).toBe(true);
  });

  it.each([
    'How latex is made from rubber trees',
    'Property developers and cities',
    'The history of example.net addresses',
    'Vitamin C and the body',
    'जलवायु परिवर्तन',
    'Die Stadt am Fluss',
  ])('takes %j for no lecture about code, whose tags and braces would be slips', (given) => {
    expect(speaksOfCode(given)).toBe(false);
  });
});
