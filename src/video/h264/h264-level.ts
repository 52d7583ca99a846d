interface LevelRow {
  readonly level: string;
  readonly maxMacroblocksPerSecond: number;
  readonly maxMacroblocksPerFrame: number;
}

// ITU-T H.264 table A-1, columns MaxMBPS and MaxFS; the levels between only raise the bit rate.
const LEVELS: readonly LevelRow[] = [
  { level: '3.1', maxMacroblocksPerSecond: 108_000, maxMacroblocksPerFrame: 3600 },
  { level: '4.0', maxMacroblocksPerSecond: 245_760, maxMacroblocksPerFrame: 8192 },
  { level: '4.2', maxMacroblocksPerSecond: 522_240, maxMacroblocksPerFrame: 8704 },
  { level: '5.0', maxMacroblocksPerSecond: 589_824, maxMacroblocksPerFrame: 22_080 },
  { level: '5.1', maxMacroblocksPerSecond: 983_040, maxMacroblocksPerFrame: 36_864 },
  { level: '5.2', maxMacroblocksPerSecond: 2_073_600, maxMacroblocksPerFrame: 36_864 },
];

/** Returns the lowest H.264 level, such as "4.0", that can carry frames of this size at this rate. Throws RangeError above level 5.2. */
export function h264Level(picture: {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly fps: number;
}): string {
  const macroblocks = Math.ceil(picture.widthPx / 16) * Math.ceil(picture.heightPx / 16);
  const row = LEVELS.find(
    (candidate) =>
      macroblocks <= candidate.maxMacroblocksPerFrame && macroblocks * picture.fps <= candidate.maxMacroblocksPerSecond,
  );
  if (row === undefined) {
    throw new RangeError(`No H.264 level carries ${picture.widthPx} x ${picture.heightPx} at ${picture.fps} fps.`);
  }
  return row.level;
}
