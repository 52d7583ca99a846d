/** An answer that began as a success and cannot be used. */
export class BrokenAnswer extends Error {
  /** `said`: the server wrote an error into it. `garbled`: it is not what a server of this kind sends. */
  readonly kind: 'said' | 'garbled';

  /** `message`: what the server said, or what completes "answered, but with …". */
  constructor(kind: 'said' | 'garbled', message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BrokenAnswer';
    this.kind = kind;
  }
}
