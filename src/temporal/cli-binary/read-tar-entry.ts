const BLOCK_BYTES = 512;

/**
 * Yields the bytes of the file `name` inside a tar archive, as they arrive. Throws when the archive ends early, is no
 * tar archive or lacks the file. Format: POSIX.1-1988 ustar, https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
 */
export async function* readTarEntry(archive: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const reader = createBlockReader(archive);
  try {
    for (;;) {
      const header = await reader.readExactly(BLOCK_BYTES);
      if (header.every((byte) => byte === 0)) throw new Error(`The archive holds no file named "${name}".`);
      if (!hasValidChecksum(header)) throw new Error('The download is no tar archive.');
      const sizeBytes = Number.parseInt(textField(header, 124, 12).trim() || '0', 8);
      if (textField(header, 0, 100).replace(/^\.\//, '') === name) {
        yield* reader.readPieces(sizeBytes);
        return;
      }
      const paddedBytes = Math.ceil(sizeBytes / BLOCK_BYTES) * BLOCK_BYTES;
      for await (const _skipped of reader.readPieces(paddedBytes));
    }
  } finally {
    await reader.close();
  }
}

function textField(header: Uint8Array, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
}

/** The sum of all header bytes, with the checksum field itself counted as spaces. */
function hasValidChecksum(header: Uint8Array): boolean {
  const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte), 0);
  return Number.parseInt(textField(header, 148, 8).trim(), 8) === sum;
}

function createBlockReader(source: AsyncIterable<Uint8Array>) {
  const iterator = source[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);

  async function* readPieces(lengthBytes: number): AsyncGenerator<Uint8Array> {
    let wanted = lengthBytes;
    while (wanted > 0) {
      if (rest.length === 0) {
        const next = await iterator.next();
        if (next.done === true) throw new Error('The archive ends too early.');
        rest = next.value;
        continue;
      }
      const piece = rest.subarray(0, wanted);
      rest = rest.subarray(piece.length);
      wanted -= piece.length;
      yield piece;
    }
  }

  async function readExactly(lengthBytes: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for await (const piece of readPieces(lengthBytes)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  return { readPieces, readExactly, close: async () => void (await iterator.return?.()) };
}
