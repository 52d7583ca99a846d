import { open } from 'node:fs/promises';

/** Returns the text of a file from a byte position to its end. */
export async function readFileFrom(path: string, startBytes: number): Promise<string> {
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  const bytes = Buffer.alloc(Math.max(0, size - startBytes));
  const { bytesRead } = await file.read(bytes, 0, bytes.length, startBytes);
  return bytes.toString('utf8', 0, bytesRead);
}
