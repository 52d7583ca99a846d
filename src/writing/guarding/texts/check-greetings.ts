import type { Problem } from '../guarding-rules.ts';
import { findPhrase } from './find-phrase.ts';
import { callText, type GuardedText } from './guarded-text.ts';

const GREETINGS = [
  /^(?:welcome(?=[,!.]|$| back| to| everyone| all| dear)|good (?:morning|afternoon|evening)\b|greetings\b|dear (?:students|audience|friends|listeners)|hi(?: there| everyone| all)?[,!.]|hey[,!.]|hello(?=[,!.]|$| everyone| all| there| and)(?!,? world))/iu,
  /\bwelcome (?:back )?to (?:this|our|the|today['’]s) (?:lecture|presentation|talk|session|course|slide|video)\b/iu,
  /\b(?:thank you|thanks) (?:for|very much|so much|all|everyone)\b|^thank you\b|^thanks[,!.]/iu,
  /\b(?:in|on|with|during|throughout) (?:this|today['’]s|our|the (?:next|previous|following|last)) (?:lecture|presentation|slide|slides|talk|session|video|lesson)\b/iu,
  /\bthis (?:lecture|presentation|slide|talk|session) (?:will|covers|shows|explains|discusses|explores|looks|is about)\b/iu,
  /\b(?:next|previous|following|last) slides?\b/iu,
  /^(?:today|now),? (?:we|I)(?:['’]ll| will| are going to|['’]re going to) (?:discuss|explore|look|cover|learn|talk|examine|see|dive)\b/iu,
  /^(?:we|I)(?:['’]ll| will| are going to|['’]re going to) (?:now |then |also |first )?(?:discuss|explore|look at|cover|learn|talk about|examine|dive into)\b/iu,
  /\blet(?:['’]s| us) (?:begin|start|get started|dive (?:in|into)|recap|review|summari[sz]e|move on)\b/iu,
  /^(?:to (?:sum up|summari[sz]e|conclude|recap|wrap up)|in (?:conclusion|summary)|as a recap|finally, to conclude)\b/iu,
  /\bas (?:we (?:saw|have seen|discussed|mentioned|learned)|(?:mentioned|discussed|noted|seen)) (?:earlier|before|previously|above|on the)\b/iu,
  /\b(?:any|your) questions\?|\bquestions and answers\b/iu,
  // Hindi
  /^(?:नमस्ते|नमस्कार|सुप्रभात|प्रणाम|प्रिय\s+(?:छात्रो|विद्यार्थियो|दर्शको|श्रोताओ)|आप\s*(?:सभी\s+)?का\s+(?:हार्दिक\s+)?स्वागत)/u,
  /स्वागत\s+(?:है|करते|करता|करती)/u,
  /धन्यवाद|शुक्रिया/u,
  /(?:इस|आज\s+के|हमारे)\s+(?:व्याख्यान|प्रस्तुति|स्लाइड|सत्र|वीडियो|पाठ)\s+(?:में|से)/u,
  /^आज\s+हम\s/u,
  /(?:अगली|पिछली|अगले|पिछले)\s+(?:स्लाइड|भाग\s+में)/u,
  /(?:आइए|चलिए|चलो)\s*,?\s*(?:अब\s+)?(?:शुरू|आरंभ|प्रारंभ|आगे\s+बढ़)/u,
  /^(?:निष्कर्ष(?:तः|\s+में|\s+के\s+रूप\s+में)|अंत\s+में\s+कहें|सारांश\s+में)/u,
  // The other languages that small models know best
  /^(?:herzlich )?willkommen\b|^guten (?:morgen|tag|abend)\b|\bin diesem vortrag\b|\b(?:nächste|vorherige)n? folie\b|\bvielen dank\b/iu,
  /^bienvenue\b|^bonjour\b|\bdans cette présentation\b|\bdiapositive (?:suivante|précédente)\b|\bmerci (?:de|pour|à)\b/iu,
  /^bienvenid[oa]s?\b|^hola\b|\ben esta (?:presentación|conferencia)\b|\bdiapositiva (?:siguiente|anterior)\b|\bgracias por\b/iu,
] as const;

/** Finds greetings, announcements and recaps; they belong to the first and the last slide alone. */
export function checkGreetings(texts: readonly GuardedText[]): Problem[] {
  return texts.flatMap((text): Problem[] => {
    const found = text.role === 'name' || text.role === 'verbatim' ? null : findPhrase(text.text, GREETINGS, '');
    if (found === null) return [];
    return [
      {
        path: text.path,
        rule: 'greeting',
        message: `${callText(text)} says “${found}”: no greeting, announcement or recap in the middle of a lecture`,
      },
    ];
  });
}
