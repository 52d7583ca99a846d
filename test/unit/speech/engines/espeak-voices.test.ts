import { describe, expect, it } from 'vitest';
import { listEspeakVoices, resolveEspeakVoice } from '../../../../src/speech/engines/espeak-voices.ts';

describe('listEspeakVoices', () => {
  it('offers American English first for plain English, and the region asked for first otherwise', () => {
    expect(listEspeakVoices('en')[0]?.id).toBe('en-US');
    expect(listEspeakVoices('en-GB')[0]?.id).toBe('en-GB');
    expect(listEspeakVoices('en-gb')).toHaveLength(4);
    expect(listEspeakVoices('hi')[0]?.id).toBe('hi-IN');
  });

  it('has no voice for a language it was not listened to in', () => {
    expect(listEspeakVoices('vi')).toEqual([]);
  });
});

describe('resolveEspeakVoice', () => {
  it('names all voices when the one asked for is unknown, since the engine would keep the last one silently', () => {
    expect(() => resolveEspeakVoice('en-XX')).toThrow(
      expect.objectContaining({
        code: 'VOICE_UNKNOWN',
        message: expect.stringContaining('"en-XX"; choose one of en-US,'),
      }),
    );
  });
});
