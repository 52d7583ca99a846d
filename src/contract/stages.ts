/** The ten stages as people see them, in order, with the two unnumbered ones around them. */
export const STAGES = {
  prepare: { number: null, name: 'Prepare' },
  outline: { number: 1, name: 'Generate Outline' },
  script: { number: 2, name: 'Generate Script' },
  images: { number: 3, name: 'Images' },
  pptx: { number: 4, name: 'PPTX' },
  narration: { number: 5, name: 'Build Narration Text' },
  prosody: { number: 6, name: 'Tag Narration' },
  segments: { number: 7, name: 'Parse Segments' },
  speech: { number: 8, name: 'Synthesize Audio' },
  timings: { number: 9, name: 'Calculate Timings' },
  video: { number: 10, name: 'Generate Video' },
  publish: { number: null, name: 'Publish' },
} as const;

export type Stage = keyof typeof STAGES;

export const STAGE_ORDER = Object.keys(STAGES) as readonly Stage[];

/** Returns the label of a stage, such as "8 Synthesize Audio" or "Prepare". */
export function stageLabel(stage: Stage): string {
  const { number, name } = STAGES[stage];
  return number === null ? name : `${number} ${name}`;
}
