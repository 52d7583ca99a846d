import type { FileHandle } from 'node:fs/promises';
import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  Output,
  type Target,
  WavOutputFormat,
} from 'mediabunny';
import { expect, it } from 'vitest';
import { writeToFile } from '../../../../src/video/mux/write-to-file.ts';

async function writeSound(target: Target): Promise<void> {
  const output = new Output({ format: new WavOutputFormat(), target });
  const source = new EncodedAudioPacketSource('pcm-s16');
  output.addAudioTrack(source);
  await output.start();
  const data = Uint8Array.from({ length: 20_000 }, (_, at) => at % 251);
  const decoderConfig = { codec: 'pcm-s16', numberOfChannels: 1, sampleRate: 48_000 };
  await source.add(new EncodedPacket(data, 'key', 0, data.length / 96_000), { decoderConfig });
  await output.finalize();
}

/** A file that takes at most so many bytes at once, as one on a disk that is all but full. */
function fileTaking(mostBytes: number) {
  const bytes: number[] = [];
  const write = async (data: Uint8Array, offset: number, length: number, position: number) => {
    const taken = data.subarray(offset, offset + Math.min(length, mostBytes));
    for (const [at, byte] of taken.entries()) bytes[position + at] = byte;
    return { bytesWritten: taken.length };
  };
  // The part of a file that is used.
  return { bytes, file: { write } as unknown as FileHandle };
}

it('writes what is left of a piece that the disk took in part, since the system calls that a success', async () => {
  const whole = new BufferTarget();
  await writeSound(whole);
  const { bytes, file } = fileTaking(777);
  await writeSound(writeToFile(file));
  expect(Buffer.from(bytes)).toEqual(Buffer.from(whole.buffer ?? new ArrayBuffer(0)));
  expect(bytes.length).toBeGreaterThan(20_000);
});

it('fails as the disk does, and not as if the file were whole', async () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  const file = { write: () => Promise.reject(full) } as unknown as FileHandle;
  await expect(writeSound(writeToFile(file))).rejects.toMatchObject({ code: 'ENOSPC' });
});
