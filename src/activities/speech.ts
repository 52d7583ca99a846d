import { getJson, putJson } from '../artifacts/json-artifacts.ts';
import type { Activities } from '../contract/activities.ts';
import { ConfigError } from '../contract/errors.ts';
import type { VoiceChoice } from '../contract/plan.ts';
import { slideSegmentsSchema } from '../contract/schemas/narration.ts';
import { spokenSlideSchema } from '../contract/schemas/timeline.ts';
import { FRAMES_PER_SECOND } from '../contract/video-timing.ts';
import { pcmFromBytes, pcmToBytes } from '../shared/pcm-bytes.ts';
import { assembleNarration } from '../speech/assemble-narration.ts';
import { speakSlide } from '../speech/speak-slide.ts';
import type { SpeechEngine } from '../speech/speech-engine.ts';
import { assemblyFingerprint, speechFingerprint } from '../speech/speech-fingerprint.ts';
import { encodeNarrationAudio } from '../video/encode-narration-audio.ts';
import { videoFingerprint } from '../video/video-fingerprint.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { defineActivity } from './run-activity.ts';

const PCM_MEDIA_TYPE = 'audio/pcm;rate=48000;channels=1';

/** Stage 8, Synthesize Audio: the voice of each slide with its word times, then the whole narration. */
export function createSpeechActivities(deps: ActivityDeps): Pick<Activities, 'speakSlide' | 'assembleNarration'> {
  const { store } = deps;
  return {
    speakSlide: defineActivity(store, {
      name: 'speakSlide',
      ingredients: ({ segments, voice, language }) => ({
        code: speechFingerprint(voice.engine),
        segments: segments.sha256,
        voice: voice.voice,
        language,
      }),
      run: async ({ segments: ref, voice, language }, { signal, report }) => {
        const segments = await getJson(store, ref, slideSegmentsSchema);
        const spoken = await speakSlide(
          {
            segments,
            voice: voice.voice,
            language,
            engine: engineOf(deps, voice),
            fps: FRAMES_PER_SECOND,
            onProgress: (done, total) => report({ done, total }),
          },
          signal,
        );
        const audio = await store.put(pcmToBytes(spoken.pcm), PCM_MEDIA_TYPE);
        const { slideId } = segments;
        const { lengthSamples, sentences } = spoken;
        const speech = await putJson(store, { slideId, audio, lengthSamples, sentences }, spokenSlideSchema);
        return { value: { speech, lengthSamples } };
      },
    }),
    assembleNarration: defineActivity(store, {
      name: 'assembleNarration',
      ingredients: async ({ speech }) => ({
        code: `${assemblyFingerprint()} ${videoFingerprint(await deps.ffmpeg())}`,
        speech: speech.map(({ sha256 }) => sha256),
      }),
      run: async ({ speech }, { signal }) => {
        const spoken = await Promise.all(speech.map((ref) => getJson(store, ref, spokenSlideSchema)));
        const slides = spoken.map(({ audio, lengthSamples }) => ({
          lengthSamples,
          read: async () => pcmFromBytes(await store.get(audio)),
        }));
        const { pcm } = await assembleNarration(slides, signal);
        await using folder = await store.makeWorkFolder();
        const mp3Path = `${folder.path}/narration.mp3`;
        const aacPath = `${folder.path}/narration.m4a`;
        await encodeNarrationAudio({ ffmpeg: await deps.ffmpeg(), pcm, mp3Path, aacPath }, signal);
        const mp3 = await store.putFile(mp3Path, 'audio/mpeg');
        const aac = await store.putFile(aacPath, 'audio/mp4');
        return { value: { mp3, aac, totalSamples: pcm.length } };
      },
    }),
  };
}

function engineOf({ embeddedSpeech, networkSpeech }: ActivityDeps, { engine: id }: VoiceChoice): SpeechEngine {
  const engine = [...embeddedSpeech, ...networkSpeech].find((candidate) => candidate.id === id);
  if (engine === undefined) throw new ConfigError('ENGINE_MISSING', `This worker has no speech engine "${id}".`);
  return engine;
}
