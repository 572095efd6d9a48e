export type Language = 'vi' | 'en';

const STORAGE = 'iso.language';
let language: Language = readStored();

function readStored(): Language {
  try {
    return localStorage.getItem(STORAGE) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

/** The language of the person at the screen; also sent to the API as Accept-Language. */
export function currentLanguage(): Language {
  return language;
}

export function keepLanguage(next: Language): void {
  language = next;
  document.documentElement.lang = next;
  try {
    localStorage.setItem(STORAGE, next);
  } catch {
    // Storage is closed in some locked-down browsers: the choice then lasts for this page.
  }
}
