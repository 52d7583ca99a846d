import type { LaidOutPage, LaidOutSlide } from '../../../src/contract/schemas/laid-out-slide.ts';
import type { SpokenSlide, TimedSentence } from '../../../src/contract/schemas/timeline.ts';

/** A page with builds for its points, or the plain state alone. */
export function pageOf(title: string, pointIndices: readonly number[], hasBuilds = true): LaidOutPage {
  const lit = pointIndices.map((pointIndex) => ({ state: 'lit' as const, pointIndex, shapes: [] }));
  const calm = { state: 'calm' as const, pointIndex: null, shapes: [] };
  const plain = { state: 'plain' as const, pointIndex: null, shapes: [] };
  return {
    title,
    pointIndices: [...pointIndices],
    background: 'FFFFFF',
    stills: hasBuilds ? [calm, ...lit, plain] : [plain],
  };
}

export function layoutOf(slideId: string, ...pages: LaidOutPage[]): LaidOutSlide {
  return { slideId, layout: 'bullets', theme: 'chalk', pages };
}

/** A sentence whose words follow each other evenly from start to end, in seconds from the start of the slide. */
export function sentenceOf(text: string, supports: number | null, startS: number, endS: number): TimedSentence {
  const parts = text.split(' ');
  const at = (index: number): number => Math.round((startS + ((endS - startS) * index) / parts.length) * 48_000);
  return {
    text,
    supports,
    startSample: at(0),
    endSample: at(parts.length),
    words: parts.map((word, index) => ({ text: word, startSample: at(index), endSample: at(index + 1) })),
  };
}

export function voiceOf(slideId: string, lengthS: number, ...sentences: TimedSentence[]): SpokenSlide {
  const audio = { sha256: '0'.repeat(64), sizeBytes: 1, mediaType: 'audio/L16' };
  return { slideId, audio, lengthSamples: Math.round(lengthS * 48_000), sentences };
}
