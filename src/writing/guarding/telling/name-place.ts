/** A place in an answer, as users call it. */
export interface Place {
  /** One thing of its kind: "row". */
  readonly noun: string;
  /** Several of them: "rows". */
  readonly plural: string;
}

const PLACES: readonly (readonly [path: RegExp, noun: string, plural?: string])[] = [
  [/^slides\[\d+\]\.heading$/u, 'heading'],
  [/^slides\[\d+\]\.claim$/u, 'claim'],
  [/^slides\[\d+\]\.covers/u, 'topic'],
  [/^slides\[\d+\]\.passages/u, 'passage'],
  [/^sections\[/u, 'section title'],
  [/^closing$/u, 'closing heading'],
  [/^narration\[/u, 'sentence'],
  [/^points\[/u, 'row'],
  [/^rows\[/u, 'row of the table', 'rows of the table'],
  [/^items\[/u, 'bar of the chart', 'bars of the chart'],
  [/^points$/u, 'list of rows', 'lists of rows'],
  [/^(?:rows$|columns)/u, 'table'],
  [/^items$/u, 'chart'],
  [/^quote$/u, 'quotation'],
  [/^who$/u, 'name of the speaker', 'names of speakers'],
  [/^where$/u, 'place of the quotation', 'places of quotations'],
  [/^(?:term|meaning)$/u, 'definition'],
  [/^says$/u, 'statement'],
  [/^picture\.keywords/u, 'keyword of the picture', 'keywords of the picture'],
  [/^picture\.shows$/u, 'description of the picture', 'descriptions of pictures'],
  [/^(?:title|subtitle|narration|figure|unit|picture|tags)$/u, ''],
];

/** Returns how users call a place: "sentence" for "narration[2].text". */
export function namePlace(path: string): Place {
  for (const [pattern, noun, plural] of PLACES) {
    if (!pattern.test(path)) continue;
    const one = noun === '' ? path : noun;
    return { noun: one, plural: plural ?? (one.endsWith('s') ? one : `${one}s`) };
  }
  return { noun: 'text', plural: 'texts' };
}
