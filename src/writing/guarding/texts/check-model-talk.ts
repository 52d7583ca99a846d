import { knownText, type TextContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { findPhrase } from './find-phrase.ts';
import { callText, type GuardedText } from './guarded-text.ts';

/** A model that speaks of itself, refuses, answers the request, or obeys what a document says. */
const MODEL_TALK = [
  /(?<!such )\bas an? (?:AI|artificial intelligence|(?:large )?language model)(?: (?:language )?model| assistant)?(?:,|\s+I\b)/iu,
  /\bI(?:['’]m| am) (?:an AI|a (?:large )?language model|an assistant|not able to|unable to|sorry)\b/iu,
  /\bI (?:can ?not|can['’]t|will not|won['’]t) (?:assist|help|provide|fulfil|fulfill|comply|answer|generate|create|write)\b/iu,
  /\bI apologi[sz]e\b/iu,
  /\bsystem prompt\b/iu,
  /\b(?:ignore|disregard|forget) (?:all |any |the |your )*(?:previous|above|prior|earlier) (?:instructions?|prompts?|text)\b/iu,
  /\bmy (?:instructions|guidelines|training(?: data)?|knowledge cut-?off)\b/iu,
  /^(?:sure|certainly|of course|absolutely|okay|ok)[,!.]\s*(?:here|I|let)/iu,
  /\bhere (?:is|are|['’]s) (?:the|your|a|an) (?:json|slide|outline|answer|response|script|narration|presentation|lecture|corrected)\b/iu,
  /\b(?:within|under|over|to) (?:the|my|your) (?:(?:asked|given|requested) )?word (?:budget|count|limit)\b/iu,
  /\b(?:the|this|your) narration (?:should|must|has to|needs to)\b/iu,
  /\bas you (?:requested|asked)\b|^as requested\b|\bthe user(?:['’]s (?:request|prompt) (?:is|was|asks|for)| (?:wants|asked|asks|requested) (?:me|us|for an?|an?) (?:(?:\p{L}+ ){0,2}(?:slide|lecture|narration|outline|presentation|json)|to (?:write|create|generate)))\b/iu,
  /(?:एआई|AI)\s*(?:भाषा\s+)?मॉडल\s+(?:हूँ|के\s+रूप\s+में|होने\s+के\s+नाते)/u,
  /भाषा\s+मॉडल\s+(?:हूँ|के\s+रूप\s+में|होने\s+के\s+नाते)/u,
  /\bals (?:eine? )?(?:KI|künstliche Intelligenz|(?:KI-|großes )?Sprachmodell)\b(?:,| (?:kann|habe|bin) ich)|\bich bin (?:nur )?(?:eine KI|ein (?:KI-|großes )?Sprachmodell)\b|\bhier (?:ist|sind|kommt) (?:das JSON|die (?:Folie|Gliederung|Antwort|Erzählung)|der (?:Text|Vortrag) für)\b/iu,
  /(?:^|\s)मैं\s+[^।]{0,60}(?:नहीं\s+(?:कर|दे|बना|लिख)\s+सकत[ाी]|असमर्थ)/u,
  /(?:क्षमा\s+करें|माफ़\s+कीजिए|माफ\s+कीजिए|मुझे\s+खेद\s+है)/u,
  /(?:पिछले|ऊपर\s+के|पूर्व)\s+(?:सभी\s+)?निर्देश(?:ों)?\s+(?:को\s+)?(?:अनदेखा|भूल)/u,
] as const;

/** Finds words of a model about itself or about what it was asked. */
export function checkModelTalk(texts: readonly GuardedText[], context: TextContext): Problem[] {
  const known = knownText(context);
  return texts.flatMap((text): Problem[] => {
    if (text.role === 'verbatim') return [];
    // An instruction that stands in a document is no matter of the lecture, so what is known excuses only its subject.
    const found = findPhrase(text.text, MODEL_TALK, /model|prompt|LLM|GPT|मॉडल/iu.test(context.given) ? known : '');
    if (found === null) return [];
    return [
      {
        path: text.path,
        rule: 'model-talk',
        message: `${callText(text)} says “${found}”, as a model speaks of its task`,
      },
    ];
  });
}
