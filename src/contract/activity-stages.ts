import type { Activities } from './activities.ts';
import type { Stage } from './stages.ts';

export type ActivityName = keyof Activities;

/** The stage that each activity belongs to: how history becomes the ten stages of the report. */
export const ACTIVITY_STAGES: Readonly<Record<ActivityName, Stage>> = {
  prepareRun: 'prepare',
  probeWriter: 'prepare',
  probeVoice: 'prepare',
  probePictures: 'prepare',
  recordRun: 'prepare',
  restoreDocument: 'prepare',
  researchTopic: 'prepare',
  writeOutline: 'outline',
  takeOutline: 'outline',
  writeSlide: 'script',
  searchPictures: 'images',
  fetchPicture: 'images',
  layOutSlide: 'pptx',
  buildDeck: 'pptx',
  buildNarration: 'narration',
  tagNarration: 'prosody',
  parseSegments: 'segments',
  speakSlide: 'speech',
  assembleNarration: 'speech',
  calculateTimings: 'timings',
  encodeStills: 'video',
  assembleVideo: 'video',
  publish: 'publish',
};
