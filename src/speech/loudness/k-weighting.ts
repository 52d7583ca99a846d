/** Returns a filter that weights samples at 48 kHz, one after the other, as the ear does: ITU-R BS.1770-4, tables 1 and 2. */
export function createKWeighting(): (sample: number) => number {
  let shelf1 = 0;
  let shelf2 = 0;
  let pass1 = 0;
  let pass2 = 0;
  return (sample) => {
    // Both stages in transposed direct form II.
    const shelved = 1.53512485958697 * sample + shelf1;
    shelf1 = -2.69169618940638 * sample + 1.69065929318241 * shelved + shelf2;
    shelf2 = 1.19839281085285 * sample - 0.73248077421585 * shelved;
    const passed = shelved + pass1;
    pass1 = -2 * shelved + 1.99004745483398 * passed + pass2;
    pass2 = shelved - 0.99007225036621 * passed;
    return passed;
  };
}
