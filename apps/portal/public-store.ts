import { type PortalSettings } from '@app/platform/config';
import { type StorageOptions } from '@app/platform/storage';

/** The public area and no other: the rest of the store cannot be reached from this process. */
export function publicStore({ storage, workFolder }: PortalSettings): StorageOptions {
  if (storage.backend === 'folder') return { kind: 'folder', root: storage.folder, areas: ['public'] };
  const { endpoint, region, bucketPrefix, accessKey, secretKey } = storage;
  return {
    kind: 's3',
    endpoint,
    region,
    workFolder,
    buckets: { public: { name: `${bucketPrefix}-public`, accessKey, secretKey } },
  };
}
