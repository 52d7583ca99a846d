import { InputError } from '../../../src/contract/errors.ts';
import { serveWork } from '../../../src/platform/serve-work.ts';

let served = 0;

/** A thread that counts its pieces of work: "count" answers, "hang" computes for ever, anything else is a kind of failure. */
serveWork(async (work) => {
  if (work === 'hang') for (;;) served += 1;
  if (work === 'refuse') throw new InputError('INPUT_INVALID', 'There is nothing to count.');
  if (work === 'break') throw new TypeError('A defect of the program.');
  served += 1;
  return served;
});
