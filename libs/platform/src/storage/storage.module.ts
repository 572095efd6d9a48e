import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { FileStore, makeFileStore } from './file-store';
import { type StorageOptions } from './storage-options';

export const STORAGE_OPTIONS = Symbol('STORAGE_OPTIONS');

export interface StorageModuleOptions {
  readonly imports?: NonNullable<ModuleMetadata['imports']>;
  readonly inject?: (string | symbol | (abstract new (...parameters: never[]) => unknown))[];
  readonly useFactory: (...injected: never[]) => StorageOptions;
}

/** Gives `FileStore`, prepared: an application whose store is away does not boot. */
@Module({})
export class StorageModule {
  static forRootAsync({ imports = [], inject = [], useFactory }: StorageModuleOptions): DynamicModule {
    return {
      module: StorageModule,
      global: true,
      imports,
      providers: [
        { provide: STORAGE_OPTIONS, inject, useFactory },
        {
          provide: FileStore,
          inject: [STORAGE_OPTIONS],
          useFactory: async (options: StorageOptions): Promise<FileStore> => {
            const store = makeFileStore(options);
            await store.prepare();
            return store;
          },
        },
      ],
      exports: [FileStore],
    };
  }
}
