import { createHash } from 'node:crypto';

import { type Actor, DomainError, isUuid } from '@app/kernel';
import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiHeader, ApiParam } from '@nestjs/swagger';

import { type Idempotency, type IdempotencyKey } from '../database/unit-of-work';
import { type Language } from './problems';
import { actorOf, type HttpRequest, languageOf } from './request';

export const ROUTE_ACCESS = 'iso:route-access';

export type RouteAccess =
  { kind: 'public' } | { kind: 'signed-in' } | { kind: 'permission'; permission: string };

/** The route needs this permission in the agency that the caller works for. */
export const RequirePermission = (permission: string): MethodDecorator =>
  SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { kind: 'permission', permission });

export const OPEN_TO_TOKENS = 'iso:open-to-tokens';

/** Programs may call the route too, by a key that holds its permission; every other route refuses keys. */
export const OpenToTokens = (): MethodDecorator => SetMetadata<string, true>(OPEN_TO_TOKENS, true);

/** The route is open to everybody who is signed in: it only tells them about themselves. */
export const SignedInRoute = (): MethodDecorator =>
  SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { kind: 'signed-in' });

/** The route is open to everybody: health, sign-in. */
export const PublicRoute = (): MethodDecorator =>
  SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { kind: 'public' });

const requestOf = (context: ExecutionContext): HttpRequest =>
  context.switchToHttp().getRequest<HttpRequest>();

export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor =>
  actorOf(requestOf(context)),
);

export const CurrentLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language =>
  languageOf(requestOf(context)),
);

/** The client's key of a change with a digest of what it asks, or null when it sent none. */
export const IdempotencyOf = createParamDecorator(
  (_: unknown, context: ExecutionContext): Idempotency | null => {
    const request = requestOf(context);
    const key = request.headers['idempotency-key'];
    if (key === undefined) return null;
    if (typeof key !== 'string' || !/^[\w-]{8,100}$/.test(key)) {
      throw new DomainError({ code: 'platform.idempotency-key-invalid', kind: 'invalid' });
    }
    const digest = createHash('sha256')
      .update(JSON.stringify(request.body ?? null))
      .digest('hex');
    return {
      key: key as IdempotencyKey,
      request: `${request.method} ${request.url.split('?')[0] ?? ''} ${digest}`,
    };
  },
);

/** The row version that the caller has read, from `If-Match: "n"`. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = requestOf(context).headers['if-match'];
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header ?? '')?.[1];
  if (version === undefined) throw new DomainError({ code: 'platform.if-match-missing', kind: 'invalid' });
  return Number(version);
});

const uuidFromPath = createParamDecorator((name: string, context: ExecutionContext): string => {
  const value = (requestOf(context).params as Record<string, string | undefined>)[name];
  if (!isUuid(value)) throw new DomainError({ code: 'platform.invalid-id', kind: 'invalid' });
  return value;
});

/** An identifier in the path; anything but a UUID is refused before any query. */
export function IdParam(name: string): ParameterDecorator {
  const bind = uuidFromPath(name);
  return (target, key, index) => {
    bind(target, key, index);
    if (key !== undefined) {
      const descriptor = Object.getOwnPropertyDescriptor(target, key);
      if (descriptor) ApiParam({ name, format: 'uuid' })(target, key, descriptor);
    }
  };
}

/** Documents the header of a change in OpenAPI. */
export const ApiIdempotent = (): MethodDecorator =>
  ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'Khóa chống gửi trùng do máy khách tạo.',
  });
