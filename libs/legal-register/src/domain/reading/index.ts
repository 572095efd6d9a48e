export { readLegalText, type ReadLegalText, type ReadRelation } from './read-legal-text';
