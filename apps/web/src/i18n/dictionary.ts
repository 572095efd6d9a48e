import { type Language } from './language';
import { type Dictionary, vi } from './vi/index';

export { type Dictionary } from './vi/index';

/** Whole once `loadAreas` has ended: no screen that needs the rest is shown before. */
export const vietnamese = vi as Dictionary;

let coming: Promise<unknown> | null = null;

/** Fetches the words that no first screen needs. A fetch that fails is tried again by the next screen. */
export async function loadAreas(): Promise<void> {
  coming ??= import('./vi/areas').then(({ areas }) => Object.assign(vietnamese, areas));
  try {
    await coming;
  } catch (error) {
    coming = null;
    throw error;
  }
}

/** English is fetched only by those who ask for it. */
export async function loadDictionary(language: Language): Promise<Dictionary> {
  if (language === 'vi') return vietnamese;
  return (await import('./en/index')).en;
}
