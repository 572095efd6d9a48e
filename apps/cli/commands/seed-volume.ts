import { type CliSettings } from '@app/platform/config';
import { Client } from 'pg';

import { seedVolume, settleVolume, type Volume } from '../seed/volume';

/** Fills a database for measuring: never one that an office works with. */
export async function seedVolumeCommand(settings: CliSettings, volume: Volume): Promise<string> {
  if (settings.ownerUrl === null) throw new Error('ISO_DB_OWNER_URL chưa được đặt');
  const client = new Client({ connectionString: settings.ownerUrl });
  await client.connect();
  const began = Date.now();
  try {
    await client.query('begin');
    const versions = await seedVolume(client, volume);
    await client.query('commit');
    await settleVolume(client);
    const seconds = Math.round((Date.now() - began) / 1000);
    return `Dữ liệu đo: ${String(versions)} phiên bản của ${String(volume.agencies)} cơ quan trong ${String(seconds)} giây.`;
  } finally {
    await client.end();
  }
}
