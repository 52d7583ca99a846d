/** Without it, ffmpeg ends with 0 when the disk is full by the time that it writes the end of a file. */
export const FAIL_ON_FULL_DISK = ['-xerror'] as const;
