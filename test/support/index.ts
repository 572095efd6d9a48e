export { ownDatabase, type TestDatabase, testDatabase } from './database';
export { productEnvironment } from './environment';
export { FaultProxy } from './fault-proxy';
export { eventually } from './eventually';
export { type CaughtMail, SmtpSink } from './smtp-sink';
export { testServers, workerNumber } from './servers';
export { WorkerProcess } from './worker-process';
export { type TestAgency, World } from './world';
