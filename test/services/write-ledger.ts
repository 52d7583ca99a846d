import { writeFile } from 'node:fs/promises';
import type { CallLedger } from './call-ledger.ts';

/** Writes all entries of the ledger as a JSON array, one entry a line. */
export async function writeLedger(ledger: CallLedger, path: string): Promise<void> {
  const lines = ledger.entries().map((entry) => JSON.stringify(entry));
  await writeFile(path, lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`);
}
