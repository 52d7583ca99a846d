/** Whole-point sizes to try, from the larger to the smaller, with the lines that they may take. */
export interface FitStep {
  readonly fromPt: number;
  readonly toPt: number;
  readonly maxLines: number;
}
