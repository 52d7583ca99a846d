import type { ActivityName } from '../contract/activity-stages.ts';

/** Which steps hand something to a step: history has no edges between activities, so the order of the lecture gives them. */
export const STEP_NEEDS: Readonly<Record<ActivityName, readonly ActivityName[]>> = {
  prepareRun: [],
  researchTopic: ['prepareRun'],
  probeWriter: ['prepareRun', 'researchTopic'],
  probeVoice: ['prepareRun', 'researchTopic'],
  probePictures: ['prepareRun', 'researchTopic'],
  recordRun: ['prepareRun', 'probeWriter', 'probeVoice', 'probePictures'],
  restoreDocument: [],
  writeOutline: ['prepareRun', 'probeWriter', 'probeVoice', 'probePictures', 'restoreDocument'],
  takeOutline: ['writeOutline'],
  writeSlide: ['writeOutline', 'takeOutline'],
  searchPictures: ['writeSlide'],
  fetchPicture: ['writeSlide', 'searchPictures'],
  layOutSlide: ['writeSlide', 'searchPictures', 'fetchPicture'],
  buildDeck: ['layOutSlide'],
  buildNarration: ['writeSlide'],
  tagNarration: ['buildNarration'],
  parseSegments: ['buildNarration', 'tagNarration'],
  speakSlide: ['parseSegments'],
  assembleNarration: ['speakSlide'],
  calculateTimings: ['speakSlide', 'layOutSlide'],
  encodeStills: ['layOutSlide'],
  assembleVideo: ['encodeStills', 'calculateTimings', 'assembleNarration'],
  publish: ['buildDeck', 'calculateTimings', 'assembleNarration', 'assembleVideo'],
};
