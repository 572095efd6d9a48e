export { type BadFile, type Verdict } from './bad-file';
export { oldWord } from './old-word';
export { pdfs } from './pdfs';
export { wordPackages } from './word-packages';
export { zipBombs } from './zip-bombs';
