import type { ExhibitRules } from '../exhibit-rules.ts';

const NUMBER = '[\\p{Nd}]+(?:,\\p{Nd}{2,3})*(?:\\.\\p{Nd}+)?';
const FREE = '(?<![\\p{L}\\p{M}\\p{N}.,-])';
const END = '(?![\\p{L}\\p{M}])';

const MONTH = 'जनवरी|फरवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|अक्तूबर|नवंबर|नवम्बर|दिसंबर|दिसम्बर';

export const HINDI_EXHIBITS: ExhibitRules = {
  figures: [
    new RegExp(`${FREE}(?<figure>${NUMBER}\\s?(?:%|प्रतिशत${END}))(?<share>\\s(?:भाग|हिस्सा|पानी|जल)${END})?`, 'gu'),
    new RegExp(
      `${FREE}(?<figure>${NUMBER}\\s(?:हज़ार|हजार|लाख|करोड़|अरब|खरब)(?:\\s(?:किमी²|किलोमीटर|मीटर|टन|लीटर|वर्ष|साल|लोग))?)${END}`,
      'gu',
    ),
  ],
  shareInWords: () => null,
  sayings: [
    /^“(?<quote>[^“”]+?),?”,? (?<who>[\p{L}\p{M}. ]{2,40}?) ने (?:कहा|लिखा|बताया)[ ।]/u,
    /^(?<who>[\p{L}\p{M}. ]{2,40}?) ने (?:कहा|लिखा|बताया)(?: था)?(?: कि)?[,:]? “(?<quote>[^“”]+)”[।]?$/u,
  ],
  definitions: [/^(?<meaning>.+) को (?<term>[\p{L}\p{M}]+(?: [\p{L}\p{M}]+){0,2}) (?:कहते हैं|कहा जाता है|कहलाता है)$/u],
  remark: /^(?:ध्यान दें|नोट|सुझाव|चेतावनी|महत्वपूर्ण|उदाहरण)\s*[:।–—-]/u,
  time: new RegExp(
    `^(?:[1-9१-९]\\p{Nd}{3}(?:[–/-]\\p{Nd}{2,4})?|(?:\\p{Nd}{1,2} )?(?:${MONTH})(?: \\p{Nd}{4})?)$`,
    'u',
  ),
  total: /^(?:कुल|योग|कुल योग|सभी)$/u,
  captionLabel: /^(?:तालिका|सारणी|चित्र)\s*[\p{N}.]*\p{N}\s*[.:–—-]?\s+/u,
  valuesBy: (values, names) => `${names} और ${values}`,
};
