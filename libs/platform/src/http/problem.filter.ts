import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';

import { ProblemCatalogue } from './problem-catalogue';
import { type HttpReply, type HttpRequest, languageOf } from './request';

/** RFC 9457. Callers branch on `code`; `detail` is for people, in the language they asked for. */
@Catch()
export class ProblemFilter implements ExceptionFilter<unknown> {
  readonly #log = new Logger('Problem');

  constructor(private readonly problems: ProblemCatalogue) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<HttpRequest>();
    const reply = http.getResponse<HttpReply>();
    const problem = this.problems.from(error, languageOf(request));
    if (problem.status >= 500) this.#log.error({ err: error, correlationId: request.id, code: problem.code });
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    void reply
      .status(problem.status)
      .headers(problem.status === 503 || problem.status === 429 ? { 'retry-after': '5' } : {})
      .type('application/problem+json')
      .send(JSON.stringify({ ...problem, instance: request.url.split('?')[0], correlationId: request.id }));
  }
}
