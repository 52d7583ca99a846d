/** Lets the first and last `fadeSamples` rise from and fall to zero, in place, so that a cut does not click. */
export function fadeEdges(pcm: Int16Array, fadeSamples: number): void {
  const length = Math.min(fadeSamples, Math.floor(pcm.length / 2));
  for (let index = 0; index < length; index += 1) {
    const gain = 0.5 - 0.5 * Math.cos((Math.PI * index) / length);
    const mirror = pcm.length - 1 - index;
    pcm[index] = Math.round((pcm[index] ?? 0) * gain);
    pcm[mirror] = Math.round((pcm[mirror] ?? 0) * gain);
  }
}
