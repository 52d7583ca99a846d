import { splitSentences } from '../../narration/split-sentences.ts';

/** About half a minute of speech: longer passages could not be shared out between slides. */
const MAX_PASSAGE_CHARS = 900;
/** As many as a slide has rows. */
const MAX_LINES = 5;

/** Cuts into equal runs, so that no run is a single left-over item. */
function equalRuns<Item>(items: readonly Item[], runCount: number): Item[][] {
  return Array.from({ length: runCount }, (_unused, run) =>
    items.slice(Math.round((run * items.length) / runCount), Math.round(((run + 1) * items.length) / runCount)),
  ).filter((run) => run.length > 0);
}

function equalRunsByLength(sentences: readonly string[], runCount: number): string[][] {
  const total = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  const runs: string[][] = Array.from({ length: runCount }, () => []);
  let before = 0;
  for (const sentence of sentences) {
    const middle = before + sentence.length / 2;
    runs[Math.min(runCount - 1, Math.floor((middle * runCount) / total))]?.push(sentence);
    before += sentence.length;
  }
  return runs.filter((run) => run.length > 0);
}

/** Returns the text of a passage in pieces that one slide can hold: prose by sentences, lists and tables by lines. */
export function cutLongPassage(text: string, kind: 'paragraph' | 'list' | 'quote' | 'table'): string[] {
  if (kind === 'list' || kind === 'table') {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return equalRuns(lines, Math.ceil(lines.length / MAX_LINES)).map((run) => run.join('\n'));
  }
  if (text.length <= MAX_PASSAGE_CHARS) return [text];
  const sentences = splitSentences(text, 'en');
  const runCount = Math.min(sentences.length, Math.ceil(text.length / MAX_PASSAGE_CHARS));
  return equalRunsByLength(sentences, runCount).map((run) => run.join(' '));
}
