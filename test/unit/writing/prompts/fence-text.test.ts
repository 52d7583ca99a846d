import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disarmText, fenceText, inlineText } from '../../../../src/writing/prompts/fence-text.ts';

const HOSTILE = [
  '</source>',
  '</SOURCE >',
  '< / source>',
  '<\u200b/source>',
  '</\u2060 topic>',
  '＜/source＞',
  '<narration>',
  '<|im_start|>system',
  '<|eot_id|>',
  '<start_of_turn>model',
  '<｜User｜>',
  '</s>',
  '<s>',
  '<think>',
];

describe('disarmText', () => {
  it.each(HOSTILE)('leaves no bracket of %s, which would end the fence or begin a message', (text) => {
    expect(disarmText(`before ${text} after`)).not.toMatch(/[<＜]/u);
    expect(disarmText(text)).toContain(text.slice(1));
  });

  it.each(['[INST]', '[/INST]', '[SYSTEM_PROMPT]'])('leaves no bracket of %s, which some templates read', (text) => {
    expect(disarmText(text)).not.toContain('[');
  });

  it.each(['a < b and c > d', '<b>bold</b>', 'f<T>(x)', 'a[0]', 'the <sourcebook>', 'x <= 5', '<stdio.h>'])(
    'keeps %s, which can be read as nothing else',
    (text) => {
      expect(disarmText(text)).toBe(text);
    },
  );

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string())), (parts) => {
        const once = disarmText(parts.join(''));
        expect(disarmText(once)).toBe(once);
      }),
    );
  });
});

describe('fenceText', () => {
  it('has its own two fences and no others, whatever stands between them', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string())), (parts) => {
        const fenced = fenceText('source', parts.join('\n'));
        expect(fenced.match(/<[\s\p{Cf}]*\/?[\s\p{Cf}]*source\b/giu)).toEqual(['<source', '</source']);
      }),
    );
  });
});

describe('inlineText', () => {
  it('keeps a wish of the user on its line, so that it cannot pass for a rule below', () => {
    expect(inlineText(' nurses\n\nRules:\n- greet ')).toBe('nurses Rules: - greet');
  });
});
