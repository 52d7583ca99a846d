export { generatePresentation } from './generate-presentation.ts';
