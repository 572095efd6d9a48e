export type { FooterFields, ProblemLevel, Proposal, ReaderProblem, Signer } from './proposal';
export { type RetiredBody, retiredBodiesOnPages } from './checks/retired-bodies';
export { onPages } from './on-pages';
export { problem } from './problem-catalogue';
export { type ReadingBackground, readProcedure } from './read-procedure';
export { guessSeries } from './series';
