/** What the command line takes of this slice: rules only, so that `cli read` starts without Nest and without a database driver. */
export { type Proposal, type ReaderProblem, readProcedure } from '../domain/reader';
