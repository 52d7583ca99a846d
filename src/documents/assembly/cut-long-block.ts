import type { PassageTable } from '../../contract/schemas/source-document.ts';
import { splitSentences } from '../../narration/split-sentences.ts';
import type { DocumentBlock } from '../blocks/document-block.ts';
import { tableLines } from '../blocks/table-lines.ts';

/** About half a minute of speech: longer passages could not be shared out between slides. */
const MAX_PASSAGE_CHARS = 900;
/** As many as a slide has rows. */
const MAX_LINES = 5;
/** As many as a table on a slide has. */
const MAX_TABLE_ROWS = 14;

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

/** A piece of a block as a passage holds it. */
interface BlockPiece {
  readonly text: string;
  readonly table: PassageTable | null;
}

const plainPieces = (texts: readonly string[]): BlockPiece[] => texts.map((text) => ({ text, table: null }));

/** Returns a block in pieces that one slide can hold: prose by sentences, lists by items, tables by rows under their head. */
export function cutLongBlock(block: Exclude<DocumentBlock, { readonly kind: 'heading' }>): BlockPiece[] {
  if (block.kind === 'table') {
    const { rows } = block.table;
    return equalRuns(rows, Math.ceil(rows.length / MAX_TABLE_ROWS)).map((run) => {
      const table = { ...block.table, rows: run };
      return { text: tableLines(table).join('\n'), table };
    });
  }
  if (block.kind === 'list') {
    const lines = block.text.split('\n').filter((line) => line.trim() !== '');
    return plainPieces(equalRuns(lines, Math.ceil(lines.length / MAX_LINES)).map((run) => run.join('\n')));
  }
  if (block.text.length <= MAX_PASSAGE_CHARS) return plainPieces([block.text]);
  const sentences = splitSentences(block.text, 'en');
  const runCount = Math.min(sentences.length, Math.ceil(block.text.length / MAX_PASSAGE_CHARS));
  return plainPieces(equalRunsByLength(sentences, runCount).map((run) => run.join(' ')));
}
