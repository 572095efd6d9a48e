import { type Language } from './language';
import { type Dictionary, vi } from './vi/index';

export { type Dictionary } from './vi/index';

export const vietnamese: Dictionary = vi;

/** English is fetched only by those who ask for it. */
export async function loadDictionary(language: Language): Promise<Dictionary> {
  if (language === 'vi') return vi;
  return (await import('./en/index')).en;
}
