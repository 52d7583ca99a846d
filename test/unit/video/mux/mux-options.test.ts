import { describe, expect, it } from 'vitest';
import { muxOptions } from '../../../../src/video/mux/mux-tracks.ts';
import { trackLanguage } from '../../../../src/video/mux/track-language.ts';

describe('muxOptions', () => {
  it('takes chapters from the last input, which moves when there are no captions', () => {
    const withCaptions = muxOptions({ srtPath: '/c.srt', fps: 30, language: 'en' }).join(' ');
    const without = muxOptions({ srtPath: null, fps: 30, language: 'en' }).join(' ');
    expect(withCaptions).toContain('-map 2:s:0 -c:s mov_text -map_metadata 3 -map_chapters 3');
    expect(without).toContain('-map_metadata 2 -map_chapters 2');
    expect(without).not.toContain(':s:0');
  });
});

describe('trackLanguage', () => {
  it('names the language as MP4 does, and one that it does not know as undetermined', () => {
    expect(['en', 'hi', 'en-US', 'xx', 'constructor'].map((language) => trackLanguage(language).code)).toEqual([
      ...['eng', 'hin', 'eng', 'und', 'und'],
    ]);
  });
});
