export { Browser } from './browser';
export { type Answer, Caller, type Problem, refusalOf, Refused } from './caller';
export {
  aForm,
  daysFromToday,
  type DecisionView,
  Library,
  type Line,
  type Page,
  today,
  type VersionView,
} from './library';
export { aPaper } from './paper';
export { aPdf } from './pdf';
export { ORIGIN, type RunningApi, sharedEnvironment, startApi, startWorkerInProcess } from './product';
export { anOffice, type Office, type Officer, PASSWORD } from './staff';
export { Stage } from './stage';
export { statementsOf } from './statements';
export {
  aPaperDecision,
  ImportDesk,
  type ImportDetail,
  type ImportItemView,
  type ReadPaper,
} from './imports';
export { type RealDocument, RealLibrary, realProcedures } from './real-procedures';
