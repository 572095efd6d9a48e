export type {
  Citation,
  FooterFields,
  NamedText,
  ProblemLevel,
  Proposal,
  ReaderProblem,
  Signer,
} from './proposal';
export { readProcedure } from './read-procedure';
export { guessSeries } from './series';
