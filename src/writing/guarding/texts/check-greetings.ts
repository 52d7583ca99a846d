import type { Problem } from '../guarding-rules.ts';
import { findPhrase } from './find-phrase.ts';
import { callText, type GuardedText } from './guarded-text.ts';

/** What only the first and the last slide say to their audience. */
const GREETINGS = [
  /^(?:welcome(?=[,!.]|$| back| to| everyone| all| dear)|good (?:morning|afternoon|evening)\b|greetings\b|dear (?:students|audience|friends|listeners)|hi(?: there| everyone| all)?[,!.]|hey[,!.]|hello(?=[,!.]|$| everyone| all| there| and)(?!,? world))/iu,
  /\bwelcome (?:back )?to (?:this|our|the|today['’]s) (?:lecture|presentation|talk|session|course|slide|video)\b/iu,
  /\b(?:thank you|thanks) (?:for|very much|so much|all|everyone)\b|^thank you\b|^thanks[,!.]/iu,
  /\b(?:any|your) questions\?|\bquestions and answers\b/iu,
  // Hindi
  /^(?:नमस्ते|नमस्कार|सुप्रभात|प्रणाम|प्रिय\s+(?:छात्रो|विद्यार्थियो|दर्शको|श्रोताओ)|आप\s*(?:सभी\s+)?का\s+(?:हार्दिक\s+)?स्वागत)/u,
  // People welcome the rain, and give thanks for it.
  /(?:^|\s)(?:आप(?:का|\s+(?:सभी|सब)\s+का)|(?:व्याख्यान|प्रस्तुति|सत्र|वीडियो)\s+में)\s+(?:\S+\s+){0,3}स्वागत(?=\s)/u,
  /^(?:(?:बहुत[-\s]बहुत|आप\s*(?:सभी\s+|सब\s+)?का)\s+)*(?:धन्यवाद|शुक्रिया)/u,
  /के\s+लिए\s+(?:आप\s*(?:सभी\s+|सब\s+)?का\s+)?(?:(?:बहुत|हार्दिक)[-\s])*(?:धन्यवाद|शुक्रिया)(?:\s+करत(?:े|ा|ी)\s+(?:हैं|है|हूँ|हूं))?\s*[।!.]?$/u,
  // The other languages that small models know best
  /^(?:herzlich )?willkommen\b|^guten (?:morgen|tag|abend)\b|\bvielen dank\b/iu,
  /^bienvenue\b|^bonjour\b|\bmerci (?:de|pour|à)\b/iu,
  /^bienvenid[oa]s?\b|^hola\b|\bgracias por\b/iu,
] as const;
/** What no slide says between them; one that opens a part may say what comes. */
const ANNOUNCEMENTS = [
  /\b(?:in|on|with|during|throughout) (?:this|today['’]s|our|the (?:next|previous|following|last)) (?:lecture|presentation|slide|slides|talk|session|video|lesson)\b/iu,
  /\bthis (?:lecture|presentation|slide|talk|session) (?:will|covers|shows|explains|discusses|explores|looks|is about)\b/iu,
  /\b(?:next|previous|following|last) slides?\b|\b(?:of|from) this slide\b/iu,
  /^(?:today|now),? (?:we|I)(?:['’]ll| will| are going to|['’]re going to) (?:discuss|explore|look|cover|learn|talk|examine|see|dive)\b/iu,
  /^(?:we|I)(?:['’]ll| will| are going to|['’]re going to) (?:now |then |also |first )?(?:discuss|explore|look at|cover|learn|talk about|examine|dive into)\b/iu,
  /\blet(?:['’]s| us) (?:now )?(?:begin|start|get started|dive (?:in|into)|recap|review|summari[sz]e|move on)\b/iu,
  /^(?:to (?:sum up|summari[sz]e|conclude|recap|wrap up)|in (?:conclusion|summary)|as a recap|finally, to conclude)\b/iu,
  /\bas (?:we (?:saw|have seen|discussed|mentioned|learned)|(?:mentioned|discussed|noted|seen)) (?:earlier|before|previously|above|on the)\b/iu,
  // Hindi
  /(?:इस|आज\s+के|हमारे)\s+(?:व्याख्यान|प्रस्तुति|स्लाइड|सत्र|वीडियो|पाठ)\s+(?:में|से)/u,
  // "Today we know" is no announcement, "in the rear part of the brain" no look back.
  /^(?:आज|अब)\s+हम\s.*(?:ेंगे|एँगे|एंगे)(?=[।,!]|\s|$)/u,
  /(?:अगली|पिछली)\s+स्लाइड|(?:^|(?:व्याख्यान|प्रस्तुति)\s+के\s+)(?:अगले|पिछले)\s+भाग\s+में/u,
  /(?:आइए|चलिए|चलो)\s*,?\s*(?:अब\s+)?(?:शुरू|आरंभ|प्रारंभ|आगे\s+बढ़)/u,
  /^(?:निष्कर्ष(?:तः|\s+में|\s+के\s+रूप\s+में)|अंत\s+में\s+कहें|सारांश\s+में)/u,
  /जैसा\s+कि\s+(?:हमने\s+)?(?:पहले|ऊपर|अभी)\s+(?:\S+\s+){0,2}(?:देखा|पढ़ा|सीखा|कहा|बताया|चर्चा)/u,
  // The other languages that small models know best
  /\bin (?:diesem vortrag|dieser präsentation)\b|\b(?:dieser|nächste|nächsten|vorherige|vorherigen|letzten) folie\b/iu,
  /^heute (?:sprechen|beschäftigen|sehen|betrachten|schauen|lernen) wir\b|^zusammenfassend (?:lässt|kann|ist)\b|^zum abschluss\b|^im folgenden (?:sehen|betrachten|schauen) wir\b/iu,
  /\bwie (?:wir )?(?:bereits|schon|vorhin|zuvor|oben) (?:gesehen|erwähnt|besprochen|gezeigt|gehört|gelernt)\b/iu,
  /\b(?:lassen sie|lasst) uns (?:\S+ ){0,4}(?:beginnen|anfangen|zusammenfassen|wiederholen)\b/iu,
  /\bdans cette présentation\b|\bdiapositive (?:suivante|précédente)\b/iu,
  /\ben esta (?:presentación|conferencia)\b|\bdiapositiva (?:siguiente|anterior)\b/iu,
] as const;

/** Words of talks, one of all languages a line: a lecture about giving talks speaks of "the next slide". */
const OF_TALKS: readonly RegExp[] = [
  /\bpresent(?:ations?|ing)\b|\bpräsentation(?:en)?\b|\bprésentations?\b|\bpresentaci(?:ón|ones)\b|प्रस्तुति/iu,
  /\bslides?\b|\bfolien?\b|\bdiapositivas?\b|\bdiapositives?\b|स्लाइड/iu,
  /\b(?:talk|lecture|lesson)s?\b|\bvortr(?:ag|ags|äge|ägen)\b|\bconferencias?\b|व्याख्यान/iu,
  /\bsessions?\b|सत्र/iu,
  /\bvideos?\b|वीडियो/iu,
];

/**
 * Finds greetings, announcements and recaps; they belong to the first and the last slide alone. `given`: what the lecture
 * is about, as in its context. A slide that opens a part of it (`section`) announces, and greets no more than any other.
 */
export function checkGreetings(
  texts: readonly GuardedText[],
  given: string,
  place: 'middle' | 'section' = 'middle',
): Problem[] {
  const phrases = place === 'section' ? GREETINGS : [...GREETINGS, ...ANNOUNCEMENTS];
  const known = OF_TALKS.filter((word) => word.test(given));
  return texts.flatMap((text): Problem[] => {
    const found = text.role === 'name' || text.role === 'verbatim' ? null : findPhrase(text.text, phrases, '');
    if (found === null || known.some((word) => word.test(found))) return [];
    return [
      {
        path: text.path,
        rule: 'greeting',
        message: `${callText(text)} says “${found}”: no greeting, announcement or recap in the middle of a lecture`,
      },
    ];
  });
}
