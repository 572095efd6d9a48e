import * as http from 'node:http';
import * as https from 'node:https';

type Transport = Pick<typeof http, 'request'>;
type RequestArguments = [options: http.RequestOptions, listener: (answer: http.IncomingMessage) => void];

/** A slow reader of a body is no fault of the server, so a body may pause longer than a request. */
const BODY_IDLE_MS = 60_000;

/** The minio client sets no time limit of its own: a silent server would hold a request for ever. */
export function timedTransport(useSSL: boolean, idleMs: number): Transport {
  const base: Transport = useSSL ? https : http;
  const request = (...[options, listener]: RequestArguments): http.ClientRequest => {
    const sent = base.request(options, listener);
    sent.setTimeout(idleMs, () =>
      sent.destroy(new Error(`no answer from the S3 server in ${String(idleMs)} ms`)),
    );
    sent.once('response', () => sent.setTimeout(BODY_IDLE_MS));
    return sent;
  };
  return { request: request as Transport['request'] };
}
