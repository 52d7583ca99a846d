/**
 * Returns the K-weighted energy of each run of `blockSamples` samples at 48 kHz: the sum of squares, full scale 1.
 * Samples after the last whole block are left out, as the standard has it for its own blocks.
 * Method: ITU-R BS.1770-4, annex 1, tables 1 and 2; both filters in transposed direct form II.
 */
export function measureBlockEnergies(pcm: Int16Array, blockSamples: number): Float32Array {
  const energies = new Float32Array(Math.floor(pcm.length / blockSamples));
  let shelf1 = 0;
  let shelf2 = 0;
  let pass1 = 0;
  let pass2 = 0;
  // The filters stand in the loop itself: a call for each sample takes twice as long.
  for (let block = 0; block < energies.length; block += 1) {
    const end = (block + 1) * blockSamples;
    let energy = 0;
    for (let index = block * blockSamples; index < end; index += 1) {
      const sample = (pcm[index] ?? 0) / 32_768;
      const shelved = 1.53512485958697 * sample + shelf1;
      shelf1 = -2.69169618940638 * sample + 1.69065929318241 * shelved + shelf2;
      shelf2 = 1.19839281085285 * sample - 0.73248077421585 * shelved;
      const passed = shelved + pass1;
      pass1 = -2 * shelved + 1.99004745483398 * passed + pass2;
      pass2 = shelved - 0.99007225036621 * passed;
      energy += passed * passed;
    }
    energies[block] = energy;
  }
  return energies;
}
