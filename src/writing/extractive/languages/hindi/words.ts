import { hin } from 'stopword';
import type { WordRules } from '../writing-language.ts';

const LINKING_WORDS =
  'है हैं था थे थी थीं हो हूँ हूं होता होती होते हुआ हुई हुए होना होने होगा होगी होंगे रहा रही रहे गया गई गए गयी गये जाता जाती जाते जाना जाने जा कर करता करती ' +
  'करते करना करने किया किए की के का को से में पर ने तक और या एवं तथा व कि जो जिस जिन जिसे जिसका जिसके जिसकी जिससे जिसमें यह वह ये वे इस उस इन उन इसे उसे ' +
  'इसका इसके इसकी इसमें इससे उसका उसके उसकी उसमें उससे इनका इनके इनकी उनका उनके उनकी उन्हें इन्हें लेकिन किंतु परंतु मगर इसलिए क्योंकि ताकि यदि अगर जब तब ' +
  'तो भी ही न नहीं मत बहुत अधिक कम कुछ सब सभी कई हर प्रत्येक कोई किसी अपना अपने अपनी एक दो तीन चार पाँच लिए साथ बाद पहले द्वारा प्रति बीच ऊपर नीचे ' +
  'यहाँ वहाँ जहाँ कहाँ अब फिर कभी केवल सिर्फ़ सिर्फ जैसे ऐसे ऐसा ऐसी वाला वाली वाले सकता सकती सकते चाहिए देता देती देते लेता लेती लेते दिया लिया दे ले ' +
  'बन बनता बनती बनते तरह प्रकार रूप ओर भर लगभग करीब';
const STOP_WORDS: ReadonlySet<string> = new Set([...hin, ...LINKING_WORDS.split(' ')].map(normalize));

/** Of Ramanathan and Rao, "A lightweight stemmer for Hindi" (EACL 2003 workshop), the longest first. */
const SUFFIXES = (
  'ाएंगी ाएंगे ाऊंगी ाऊंगा ाएगी ाएगा ाओगी ाओगे एंगी ेंगी एंगे ेंगे ूंगी ूंगा ातीं नाओं नाएं ताओं ताएं ियां ियों ाकर ाइए ाईं ाया ेगी ेगा ोगी ोगे ाने ाना ाते ाती ाता तीं ' +
  'ाओं ाएं ुओं ुएं ुआं कर ाओ िए ाई ाए ने नी ना ते ीं ती ता ां ों ें ो े ू ु ी ि ा'
).split(' ');

/** One spelling where writers differ: nasal dot for nasal moon, letters without their dot below. */
function normalize(word: string): string {
  return word.normalize('NFD').replaceAll('\u093c', '').replaceAll('\u0901', '\u0902').normalize('NFC');
}

function stem(word: string): string {
  const plain = normalize(word);
  const suffix = SUFFIXES.find((ending) => plain.endsWith(ending) && plain.length > ending.length + 1);
  return suffix === undefined ? plain : plain.slice(0, -suffix.length);
}

const BEFORE_POSTPOSITION = /([\p{L}\p{M}]{2,})\s(?:का|के|की|को|से|में|पर|ने|तक)(?![\p{L}\p{M}])/gu;
const NOT_A_THING = new Set(
  (
    'समय वर्ष साल दिन महीना घंटा मिनट भाग हिस्सा संख्या मात्रा उदाहरण प्रकार रूप स्तर दर मामला तथ्य स्थान जगह कारण परिणाम शब्द नाम प्रतिशत लाख करोड़ अरब हज़ार ' +
    'हजार सौ छोटा छोटे छोटी बड़ा बड़े बड़ी नया नए नई पुराना पुराने पुरानी अच्छा अच्छी गर्म ठंडा ठंडी सूखा पूरा पूरी पूरे आधा लोग काम बात चीज़ तरीका'
  )
    .split(' ')
    .map(stem),
);
const VERB_FORM = /[\p{L}\p{M}](?:ना|ता|ती|ते|कर|ेगा|ेगी|ेंगे)$/u;

/** Stems after the lightweight stemmer of Ramanathan and Rao (2003): the longest known suffix goes. */
export const HINDI_WORDS: WordRules = {
  isStopWord: (word) => STOP_WORDS.has(normalize(word)),
  stem,
  mayNameThing: (word) => !VERB_FORM.test(word) && !NOT_A_THING.has(stem(word)),
  findNouns: (text) => [...text.matchAll(BEFORE_POSTPOSITION)].map((match) => match[1] ?? ''),
};
