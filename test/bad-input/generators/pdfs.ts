import { type BadFile, files } from './bad-file';
import { actionRecipes } from './pdf-actions';
import { shapeRecipes } from './pdf-shapes';

/** B-04: PDF that runs, hides, explodes, or never ends. */
export function pdfs(): BadFile[] {
  return files('B-04', '.pdf', [...actionRecipes(), ...shapeRecipes()]);
}
