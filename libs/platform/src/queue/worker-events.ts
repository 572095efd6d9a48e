import { type EnvelopeJob, type JobWorkerEvents } from './job-queue';

/** The part of BullMQ's worker that both technologies have in common. */
interface EmittingWorker {
  on(event: 'active' | 'completed', listener: (job: EnvelopeJob) => void): unknown;
  on(event: 'failed', listener: (job: EnvelopeJob | undefined, error: Error) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** Binds the handlers; a worker without an `error` handler would end the process at the first lost connection. */
export function listen(worker: EmittingWorker, events: JobWorkerEvents): void {
  worker.on('active', events.active);
  worker.on('completed', events.active);
  worker.on('failed', events.failed);
  worker.on('error', events.error);
}
