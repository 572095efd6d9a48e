import { actorOf, type HttpRequest } from '@app/platform/http';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { catchError, from, mergeMap, type Observable, throwError } from 'rxjs';

import { TraceAccess } from '../../application/reading/trace-access';
import { RestrictedDocument } from '../../domain/reading/refusals';

/** Whoever asks for a restricted document in vain leaves a line in its journal (DI-16), on whatever route. */
@Injectable()
export class JournalDenials implements NestInterceptor {
  constructor(private readonly trace: TraceAccess) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => {
        const refused = (): Observable<never> => throwError(() => error);
        if (!(error instanceof RestrictedDocument)) return refused();
        const actor = actorOf(context.switchToHttp().getRequest<HttpRequest>());
        return from(this.trace.denied(actor, error)).pipe(mergeMap(refused));
      }),
    );
  }
}
