/** The package ships no types. Interface: https://github.com/foliojs/linebreak#readme */
declare module 'linebreak' {
  class LineBreaker {
    constructor(text: string);
    /** Returns the next place where a line may end (index of the unit after it), or null at the end. */
    nextBreak(): { readonly position: number; readonly required?: boolean } | null;
  }

  // biome-ignore lint/style/noDefaultExport: the package has no other export
  export { LineBreaker as default };
}
