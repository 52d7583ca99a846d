/** Returns the version of the caption rules and formats. It is part of step keys: raise it when a rule changes. */
export function captionsFingerprint(): string {
  return 'captions/4';
}
