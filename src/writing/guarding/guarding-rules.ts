/**
 * What happens to an answer that breaks a rule once the model was asked to mend it. `tidy`: set right at once, without
 * asking and without a word, since no meaning hangs on it. `ask`: it stays without a word, since asking once more was all
 * that it is worth. `mend`: rules mend it or refuse the answer. `keep`: rules mend what they can, and the rest stays and
 * is told.
 */
export type Remedy = 'tidy' | 'ask' | 'mend' | 'keep';

/** Every rule that an answer is held to. */
export const GUARDING_RULES = {
  // The answer as a whole.
  empty: 'mend',
  'cut-short': 'mend',
  'no-json': 'mend',
  shape: 'mend',
  // Any text.
  markup: 'tidy',
  'wrong-script': 'mend',
  'wrong-language': 'mend',
  'schema-echo': 'mend',
  placeholder: 'mend',
  leak: 'mend',
  'model-talk': 'mend',
  'cut-off': 'mend',
  stuck: 'mend',
  'number-uncited': 'mend',
  'number-unfounded': 'mend',
  'number-doubtful': 'keep',
  // What is said.
  greeting: 'mend',
  'same-sentence': 'mend',
  'stub-sentence': 'ask',
  'bit-short': 'ask',
  'too-short': 'keep',
  'far-too-short': 'mend',
  'bit-long': 'ask',
  'too-long': 'keep',
  'far-too-long': 'mend',
  'reads-out': 'keep',
  // What is shown.
  'same-point': 'mend',
  'point-is-heading': 'mend',
  'few-points': 'mend',
  'long-point': 'keep',
  'runaway-point': 'mend',
  'long-heading': 'keep',
  'runaway-heading': 'mend',
  'long-claim': 'mend',
  'support-nowhere': 'tidy',
  'support-missing': 'tidy',
  'point-unspoken': 'keep',
  'ragged-row': 'mend',
  'table-too-wide': 'mend',
  'same-label': 'mend',
  'figure-unreadable': 'mend',
  'quote-altered': 'mend',
  'name-uncited': 'mend',
  'passage-uncited': 'tidy',
  'citation-twice': 'tidy',
  'keyword-script': 'mend',
  // The outline.
  'same-heading': 'mend',
  'same-claim': 'keep',
  'frame-heading': 'mend',
  'cover-twice': 'mend',
  'passage-shared': 'mend',
  'title-instructs': 'mend',
  // The tags.
  'tag-twice': 'tidy',
  'tag-plain': 'tidy',
  'tags-alike': 'mend',
} as const satisfies Record<string, Remedy>;

export type GuardingRule = keyof typeof GUARDING_RULES;

/** Something in an answer that breaks a rule. */
export interface Problem {
  /** Where it stands in the answer: "narration[2].text"; empty for the answer as a whole. */
  readonly path: string;
  readonly rule: GuardingRule;
  /** One sentence with the value, without its full stop, for the model and for people. */
  readonly message: string;
}

/** An answer that rules mended. */
export interface Mended<Answer> {
  readonly answer: Answer;
  /** What was done and what was left as it is, for the user: "the row “…” was cut (too long)". */
  readonly changes: readonly string[];
}

/** Returns what happens to a problem when the model did not mend it. */
export const remedyOf = ({ rule }: Problem): Remedy => GUARDING_RULES[rule];
