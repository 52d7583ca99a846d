import { ESPEAK_PACKAGE, findEspeakPackage } from './engines/find-espeak-package.ts';

/** To be raised with every change that alters a sample or a time of a spoken slide. */
const SPEAKING_REVISION = 2;
/** To be raised with every change that alters a sample of the joined narration. */
const ASSEMBLY_REVISION = 1;

/** What the sound of an engine depends on beside its input: for keys of stored results. */
export function speechFingerprint(engineId: string): string {
  const version = engineId === 'espeak' ? `${ESPEAK_PACKAGE}@${findEspeakPackage()?.version ?? 'none'}` : engineId;
  return `speech-${SPEAKING_REVISION} ${version}`;
}

/** The same for the joined and levelled narration. */
export function assemblyFingerprint(): string {
  return `assembly-${ASSEMBLY_REVISION}`;
}
