/** Modified Bessel function of the first kind, order 0, by its power series: exact to double precision for x below 20. */
function besselI0(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k += 1) {
    term *= (x / 2 / k) ** 2;
    sum += term;
  }
  return sum;
}

/** A low-pass prototype: a sinc under a Kaiser window, `offset` samples from its middle. */
export interface KaiserSinc {
  /** Cut-off as a fraction of the sampling rate, up to 0.5. */
  readonly cutoff: number;
  /** The window ends this many samples from the middle. */
  readonly halfWidth: number;
  /** 8 gives about 80 dB of attenuation, 10 about 100 dB. */
  readonly beta: number;
}

/** Value of the filter. Method: J. F. Kaiser, "Nonrecursive digital filter design using the I0-sinh window", 1974. */
export function kaiserSinc({ cutoff, halfWidth, beta }: KaiserSinc, offset: number): number {
  const ratio = offset / halfWidth;
  if (Math.abs(ratio) >= 1) return 0;
  const window = besselI0(beta * Math.sqrt(1 - ratio * ratio)) / besselI0(beta);
  const x = 2 * cutoff * offset;
  const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  return 2 * cutoff * sinc * window;
}
