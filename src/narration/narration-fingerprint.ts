/**
 * Returns the version of everything in this folder that decides a result: splitting, readings, tags, pauses, timeline.
 * It is part of step keys: raise it with any change of those, or finished runs keep the old wording.
 */
export function narrationFingerprint(): string {
  return 'narration/4';
}
