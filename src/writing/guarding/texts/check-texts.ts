import type { TextContext } from '../guarding-context.ts';
import type { Problem } from '../guarding-rules.ts';
import { checkCutOff } from './check-cut-off.ts';
import { checkLanguage } from './check-language.ts';
import { checkLeaks } from './check-leaks.ts';
import { checkMarkup } from './check-markup.ts';
import { checkModelTalk } from './check-model-talk.ts';
import { checkPlaceholders } from './check-placeholders.ts';
import { checkSchemaEcho } from './check-schema-echo.ts';
import { checkScript } from './check-script.ts';
import { checkStuck } from './check-stuck.ts';
import type { GuardedText } from './guarded-text.ts';

/** Finds everything that no text of any answer may be, save for numbers and greetings. */
export function checkTexts(texts: readonly GuardedText[], context: TextContext): Problem[] {
  return [
    ...checkScript(texts, context.language),
    ...checkLanguage(texts, context.language),
    ...checkModelTalk(texts, context),
    ...checkSchemaEcho(texts, context),
    ...checkPlaceholders(texts, context),
    ...checkLeaks(texts, context),
    ...checkStuck(texts, context),
    ...checkCutOff(texts),
    ...checkMarkup(texts, context),
  ];
}
