import { EspeakEngine } from './engines/espeak-engine.ts';
import { findEspeakPackage } from './engines/find-espeak-package.ts';
import type { SpeechEngine } from './speech-engine.ts';

/** All speech engines of this installation in the order to try them. The caller disposes of each. None is started yet. */
export function createSpeechEngines(): readonly SpeechEngine[] {
  return [new EspeakEngine(findEspeakPackage())];
}
