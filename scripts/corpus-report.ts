/** Prints what is wrong with the lectures of the corpus: `npx node scripts/corpus-report.ts [part of a name]`. */
import { listCorpus } from '../test/corpus/documents/list-corpus.ts';
import { judgeDocument } from '../test/corpus/judge-document.ts';

const HEADS = ['asked', 'slides', 'words', 'read ms', 'write ms', 'findings'] as const;
const NAME_COLUMNS = 26;
const NUMBER_COLUMNS = 10;

const [, , part = ''] = process.argv;
let findingCount = 0;
console.log(toLine('document', HEADS));
for (const document of listCorpus().filter(({ name }) => name.includes(part))) {
  const { lecture, findings } = await judgeDocument(document);
  findingCount += findings.length;
  const wordCount = lecture?.document.passages.flatMap(({ text }) => text.split(/\s+/u)).length ?? 0;
  const times = [lecture?.readMs ?? 0, lecture?.writeMs ?? 0].map(Math.round);
  const numbers = [document.slides, lecture?.scripts.length ?? 0, wordCount, ...times, findings.length];
  console.log(toLine(document.name, numbers.map(String)));
  for (const { rule, slide, text } of findings)
    console.log(`    ${rule}${slide === null ? '' : `, slide ${slide}`}: ${text}`);
}
console.log(`${findingCount} findings over the corpus`);
process.exitCode = findingCount === 0 ? 0 : 1;

function toLine(name: string, cells: readonly string[]): string {
  return name.padEnd(NAME_COLUMNS).concat(...cells.map((cell) => cell.padStart(NUMBER_COLUMNS)));
}
