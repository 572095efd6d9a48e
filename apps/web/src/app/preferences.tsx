import {
  createContext,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { type Dictionary, loadDictionary, vietnamese } from '~/i18n/dictionary';
import { currentLanguage, keepLanguage, type Language } from '~/i18n/language';
import { paintPage } from '~/theme/theme';
import { type ThemeMode } from '~/theme/tokens';

interface Preferences {
  language: Language;
  text: Dictionary;
  mode: ThemeMode;
  setLanguage: (language: Language) => void;
  setMode: (mode: ThemeMode) => void;
}

const STORAGE = 'iso.theme';
const PreferencesContext = createContext<Preferences | null>(null);

function storedMode(): ThemeMode {
  try {
    const stored = localStorage.getItem(STORAGE);
    if (stored === 'light' || stored === 'dark') return stored;
  } catch {
    // Storage is closed: follow the system.
  }
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function keepMode(mode: ThemeMode): void {
  try {
    localStorage.setItem(STORAGE, mode);
  } catch {
    // The choice then lasts for this page.
  }
}

export function PreferencesProvider({ children }: { children: ReactNode }): ReactElement {
  const [language, chooseLanguage] = useState<Language>(currentLanguage);
  const [text, setText] = useState<Dictionary>(vietnamese);
  const [mode, chooseMode] = useState<ThemeMode>(storedMode);

  useEffect(() => {
    document.documentElement.lang = language;
    void loadDictionary(language).then(setText);
  }, [language]);
  useEffect(() => {
    paintPage(mode);
  }, [mode]);

  const setLanguage = useCallback((next: Language) => {
    keepLanguage(next);
    chooseLanguage(next);
  }, []);
  const setMode = useCallback((next: ThemeMode) => {
    keepMode(next);
    chooseMode(next);
  }, []);
  const value = useMemo(
    () => ({ language, text, mode, setLanguage, setMode }),
    [language, text, mode, setLanguage, setMode],
  );
  return <PreferencesContext.Provider value={value}>{children}</PreferencesContext.Provider>;
}

export function usePreferences(): Preferences {
  const value = useContext(PreferencesContext);
  if (value === null) throw new Error('PreferencesProvider is missing');
  return value;
}

/** The words of the screen in the chosen language. */
export function useText(): Dictionary {
  return usePreferences().text;
}
