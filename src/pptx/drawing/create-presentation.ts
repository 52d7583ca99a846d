import pptxgenjs from 'pptxgenjs';

type PresentationClass = typeof pptxgenjs.default;
type Presentation = InstanceType<PresentationClass>;
export type PresentationSlide = ReturnType<Presentation['addSlide']>;

/** Returns an empty widescreen presentation (13.333 x 7.5 inches) of the PPTX library. */
export function createPresentation(): Presentation {
  const loaded: unknown = pptxgenjs;
  const PresentationConstructor = isPresentationClass(loaded) ? loaded : pptxgenjs.default;
  const presentation = new PresentationConstructor();
  presentation.layout = 'LAYOUT_WIDE';
  return presentation;
}

// The package's types describe its CommonJS file, where the class is a property; Node loads its ES file, whose default
// export is the class itself.
function isPresentationClass(value: unknown): value is PresentationClass {
  return typeof value === 'function';
}
