import { describe, expect, it } from 'vitest';
import { warnOfNoPictures, warnOfNoVoice } from '../../../src/activities/probe-warnings.ts';

const ASKED = [{ id: 'first' }, { id: 'second' }];

describe('the warnings of Prepare', () => {
  it('name everyone who was asked and did not answer, since the lecture is then another one', () => {
    expect(warnOfNoVoice(ASKED, null)).toEqual([
      {
        code: 'VOICE_REPLACED',
        message: 'No speech service answered (first, second), so a voice of this machine spoke.',
      },
    ]);
    expect(warnOfNoPictures(ASKED, [])).toEqual([
      {
        code: 'PICTURES_DRAWN',
        message: 'No picture provider answered (first, second), so all pictures were drawn.',
      },
    ]);
  });

  it('are absent when nobody was asked, since the user wanted it so', () => {
    expect([...warnOfNoVoice([], null), ...warnOfNoPictures([], [])]).toEqual([]);
  });

  it('are absent when one of them answered, since that one does the work', () => {
    const [first = { id: '' }] = ASKED;
    expect([...warnOfNoVoice(ASKED, first), ...warnOfNoPictures(ASKED, ['second'])]).toEqual([]);
  });
});
