export { currentLogFields, type LogFields, withLogFields } from './log-context';
export { StructuredLogger } from './structured-logger';
