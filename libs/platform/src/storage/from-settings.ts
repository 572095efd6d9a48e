import { join } from 'node:path';

import { type StorageSettings } from '../config';
import { type StorageOptions } from './storage-options';
import { STORAGE_AREAS, type StorageArea } from './stored-file';

/** The store that the environment names, open for the areas that the process is given. */
export function storageOptionsOf(
  settings: StorageSettings,
  workFolder: string,
  areas: readonly StorageArea[] = STORAGE_AREAS,
): StorageOptions {
  if (settings.backend === 'folder') return { kind: 'folder', root: settings.folder, areas };
  const { endpoint, region, accessKey, secretKey, bucketPrefix } = settings;
  return {
    kind: 's3',
    endpoint,
    region,
    workFolder: join(workFolder, 'files'),
    buckets: Object.fromEntries(
      areas.map((area) => [area, { name: `${bucketPrefix}-${area}`, accessKey, secretKey }]),
    ),
  };
}
