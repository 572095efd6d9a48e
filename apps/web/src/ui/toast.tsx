import { type ReactElement, useEffect, useState } from 'react';

interface Toast {
  id: number;
  words: string;
  tone: 'done' | 'failed';
}

const listeners = new Set<(toast: Toast) => void>();
let last = 0;

/** Says in a corner that something was done, or was not. */
export function say(words: string, tone: Toast['tone'] = 'done'): void {
  last += 1;
  for (const listener of listeners) listener({ id: last, words, tone });
}

const SHOWN_FOR = 6000;

export function Toasts(): ReactElement {
  const [toasts, setToasts] = useState<Toast[]>([]);
  useEffect(() => {
    const show = (toast: Toast): void => {
      setToasts((before) => [...before, toast]);
      window.setTimeout(
        () => setToasts((before) => before.filter((each) => each.id !== toast.id)),
        SHOWN_FOR,
      );
    };
    listeners.add(show);
    return () => {
      listeners.delete(show);
    };
  }, []);
  return (
    <div className="toasts" aria-live="polite">
      {toasts.map((toast) => (
        <p key={toast.id} className={`toast toast-${toast.tone}`}>
          {toast.words}
        </p>
      ))}
    </div>
  );
}
