import type { Image } from '@napi-rs/canvas';

/** Decoded pictures by their sha256, the least recently used one leaving first. */
export class PictureCache {
  readonly #maxPictures: number;
  readonly #pictures = new Map<string, Promise<Image>>();

  constructor(maxPictures: number) {
    this.#maxPictures = maxPictures;
  }

  /** Returns the picture, decoded by `decode` when it is not there. A failed decode is not kept. */
  async get(sha256: string, decode: () => Promise<Image>): Promise<Image> {
    const picture = this.#pictures.get(sha256) ?? decode();
    this.#pictures.delete(sha256);
    this.#pictures.set(sha256, picture);
    const oldest = this.#pictures.keys().next();
    if (this.#pictures.size > this.#maxPictures && oldest.done === false) this.#pictures.delete(oldest.value);
    try {
      return await picture;
    } catch (error) {
      if (this.#pictures.get(sha256) === picture) this.#pictures.delete(sha256);
      throw error;
    }
  }
}
