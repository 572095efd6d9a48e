import { useSyncExternalStore } from 'react';

/** What a person chose for this browser: columns of a list, pinned views. Kept here, not at the office's server. */
const listeners = new Set<() => void>();

function read(key: string): string {
  try {
    return window.localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function listen(changed: () => void): () => void {
  listeners.add(changed);
  window.addEventListener('storage', changed);
  return () => {
    listeners.delete(changed);
    window.removeEventListener('storage', changed);
  };
}

/** A list of short words under a name, shared by all that show it; a browser that keeps nothing forgets it. */
export function useKeptWords(
  name: string,
): [words: readonly string[], keep: (words: readonly string[]) => void] {
  const key = `iso.${name}`;
  const text = useSyncExternalStore(listen, () => read(key));
  const keep = (words: readonly string[]): void => {
    try {
      window.localStorage.setItem(key, words.join('\n'));
    } catch {
      return;
    }
    for (const changed of listeners) changed();
  };
  return [text === '' ? [] : text.split('\n'), keep];
}
