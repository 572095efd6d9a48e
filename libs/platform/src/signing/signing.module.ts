import { type DynamicModule, Injectable, Module } from '@nestjs/common';

import { TrustedRoots } from './trusted-roots';

/** Where the operator keeps the certificates of believed authorities; read anew each time, so that a change needs no restart. */
@Injectable()
export class TrustedRootsFolder {
  constructor(private readonly folder: string | null) {}

  read(): Promise<TrustedRoots> {
    return TrustedRoots.read(this.folder);
  }
}

@Module({})
export class SigningModule {
  static forRoot(folder: string | null): DynamicModule {
    const roots = { provide: TrustedRootsFolder, useFactory: () => new TrustedRootsFolder(folder) };
    return { module: SigningModule, global: true, providers: [roots], exports: [roots] };
  }
}
