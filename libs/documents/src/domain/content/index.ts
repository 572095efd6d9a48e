export * from './procedure-content';
export { durationWords, timeOf } from './duration-words';
export { STARTING_CONTENT } from './starting-content';
