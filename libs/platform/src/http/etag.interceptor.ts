import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';

import { type HttpReply } from './request';

/** A single resource carries its row version as ETag; an edit must send it back in If-Match. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((body: unknown) => {
        const version = (body as { rowVersion?: unknown } | null | undefined)?.rowVersion;
        if (typeof version === 'number') {
          void context
            .switchToHttp()
            .getResponse<HttpReply>()
            .header('etag', `"${String(version)}"`);
        }
        return body;
      }),
    );
  }
}
