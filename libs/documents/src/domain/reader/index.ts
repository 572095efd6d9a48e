export type {
  Citation,
  FooterFields,
  NamedText,
  ProblemLevel,
  Proposal,
  ReaderProblem,
  Signer,
} from './proposal';
export { onPages } from './on-pages';
export { problem } from './problem-catalogue';
export { type ReadingBackground, readProcedure } from './read-procedure';
export { guessSeries } from './series';
