import type { Warning } from '../contract/step-result.ts';

interface Named {
  readonly id: string;
}

/** Tells that none of the speech services answered, where the run would have taken one. */
export function warnOfNoVoice(asked: readonly Named[], taken: Named | null): Warning[] {
  if (taken !== null || asked.length === 0) return [];
  return [
    {
      code: 'VOICE_REPLACED',
      message: `No speech service answered (${namesOf(asked)}), so a voice of this machine spoke.`,
    },
  ];
}

/** Tells that none of the picture providers answered, where the run would have asked one. */
export function warnOfNoPictures(asked: readonly Named[], answered: readonly string[]): Warning[] {
  if (answered.length > 0 || asked.length === 0) return [];
  return [
    {
      code: 'PICTURES_DRAWN',
      message: `No picture provider answered (${namesOf(asked)}), so all pictures were drawn.`,
    },
  ];
}

const namesOf = (asked: readonly Named[]): string => asked.map(({ id }) => id).join(', ');
