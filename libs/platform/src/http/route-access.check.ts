import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';

import { ROUTE_ACCESS, type RouteAccess } from './decorators';

export interface RouteLine {
  method: string;
  path: string;
  handler: string;
  access: RouteAccess | null;
}

/** Lists the routes of the running application; one that names no access stops the boot. */
@Injectable()
export class RouteAccessCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.routes().filter(({ access }) => access === null);
    if (open.length > 0) {
      throw new Error(
        `Routes without a declared permission: ${open.map(({ handler }) => handler).join(', ')}`,
      );
    }
  }

  routes(): RouteLine[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype, name }) => {
      if (instance === undefined || metatype === null) return [];
      const base = firstPath(Reflect.getMetadata(PATH_METADATA, metatype));
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((methodName): RouteLine[] => {
        const handler = prototype[methodName];
        if (handler === undefined) return [];
        const path: unknown = Reflect.getMetadata(PATH_METADATA, handler);
        if (path === undefined) return [];
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod;
        return [
          {
            method: RequestMethod[method],
            path: `/${[base, firstPath(path)].filter((part) => part !== '' && part !== '/').join('/')}`,
            handler: `${String(name)}.${methodName}`,
            access: this.reflector.get<RouteAccess | undefined>(ROUTE_ACCESS, handler) ?? null,
          },
        ];
      });
    });
  }
}

function firstPath(path: unknown): string {
  return String(Array.isArray(path) ? path[0] : (path ?? '')).replace(/^\/|\/$/g, '');
}
