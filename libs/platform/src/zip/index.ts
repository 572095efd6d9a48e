export { type Pieces, ZipWriter } from './zip-writer';
