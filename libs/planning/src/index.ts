export { OBJECTIVE_LEVELS, type ObjectiveLevel } from './domain/objective-level';
