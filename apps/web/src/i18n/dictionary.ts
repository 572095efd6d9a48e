import { type Language } from './language';
import { vi } from './vi/index';

/** Vietnamese is the source: English must have exactly its keys. */
export type Dictionary = typeof vi;

export const vietnamese: Dictionary = vi;

/** English is fetched only by those who ask for it. */
export async function loadDictionary(language: Language): Promise<Dictionary> {
  if (language === 'vi') return vi;
  return (await import('./en/index')).en;
}
