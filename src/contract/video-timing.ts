/** Frames a second of every video: 48,000 samples a second make exactly 1,600 samples a frame. */
export const FRAMES_PER_SECOND = 30;
