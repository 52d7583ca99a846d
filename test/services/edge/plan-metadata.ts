import { FRAME_MS, type SpeechPlan, type SpokenSpan } from './plan-speech.ts';

/** What the client asked to be told, from its `speech.config`. */
export interface BoundaryWish {
  readonly words: boolean;
  readonly sentences: boolean;
}

/** An entry of an `audio.metadata` message and the frame with which it is sent. */
export interface TimedEntry {
  readonly frame: number;
  readonly entry: object;
}

/** Metadata counts in 100 ns. */
const TICKS_PER_FRAME = FRAME_MS * 10_000;

/** Lists the boundaries of a plan in the order of their frames, a sentence before its first word. */
export function planMetadata(plan: SpeechPlan, wish: BoundaryWish): readonly TimedEntry[] {
  const entries = [
    ...(wish.sentences ? plan.sentences.map((span) => toEntry(span, 'Sentence')) : []),
    ...(wish.words ? plan.words.map((span) => toEntry(span, 'Word')) : []),
  ];
  return entries.toSorted((one, other) => one.frame - other.frame);
}

/** The last entry of a turn. */
export function toSessionEnd(plan: SpeechPlan): object {
  return { Type: 'SessionEnd', Data: { Offset: plan.totalFrames * TICKS_PER_FRAME } };
}

function toEntry(span: SpokenSpan, kind: 'Word' | 'Sentence'): TimedEntry {
  return {
    frame: span.startFrame,
    entry: {
      Type: `${kind}Boundary`,
      Data: {
        Offset: span.startFrame * TICKS_PER_FRAME,
        Duration: span.lengthFrames * TICKS_PER_FRAME,
        text: { Text: escapeXml(span.text), Length: span.text.length, BoundaryType: `${kind}Boundary` },
      },
    },
  };
}

/** The service gives the text back as it stood in the SSML. */
function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
