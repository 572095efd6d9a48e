import { useCallback, useEffect, useRef, useState } from 'react';
import { newKey } from '~/api/client';
import { sendForm } from '~/api/upload';
import { type FoundFile } from './dropped-files';

/** Few at a time: an office's line is thin, and the server hashes each as it comes. */
const AT_ONCE = 3;

export interface SentFile extends FoundFile {
  key: string;
  state: 'waiting' | 'sending' | 'done' | 'known' | 'failed';
  percent: number;
  error: unknown;
}

export interface Sending {
  files: SentFile[];
  add: (found: readonly FoundFile[]) => void;
  sendFailedAgain: () => void;
}

interface Received {
  known: boolean;
}

function formOf({ file, folder }: FoundFile): FormData {
  const form = new FormData();
  form.append('folder', folder);
  form.append('file', file, file.name);
  return form;
}

/** Sends dropped files a few at a time; what was sent stays at the server, whatever becomes of this page. */
export function useSending(batchId: string, onReceived: () => void): Sending {
  const [files, setFiles] = useState<SentFile[]>([]);
  const started = useRef(new Set<string>());
  const received = useRef(onReceived);
  useEffect(() => {
    received.current = onReceived;
  }, [onReceived]);

  const change = useCallback((key: string, changes: Partial<SentFile>) => {
    setFiles((before) => before.map((each) => (each.key === key ? { ...each, ...changes } : each)));
  }, []);

  useEffect(() => {
    const busy = files.filter(({ state }) => state === 'sending').length;
    const next = files.filter(({ key, state }) => state === 'waiting' && !started.current.has(key));
    for (const each of next.slice(0, Math.max(0, AT_ONCE - busy))) {
      started.current.add(each.key);
      change(each.key, { state: 'sending' });
      sendForm<Received>(`/imports/${batchId}/files`, formOf(each), (percent) =>
        change(each.key, { percent }),
      ).done.then(
        ({ known }) => {
          change(each.key, { state: known ? 'known' : 'done', percent: 100 });
          received.current();
        },
        (error: unknown) => change(each.key, { state: 'failed', error }),
      );
    }
  }, [files, batchId, change]);

  const add = useCallback((found: readonly FoundFile[]) => {
    const fresh = found.map((each): SentFile => ({
      ...each,
      key: newKey(),
      state: 'waiting',
      percent: 0,
      error: null,
    }));
    setFiles((before) => [...before, ...fresh]);
  }, []);

  const sendFailedAgain = useCallback(() => {
    setFiles((before) =>
      before.map((each) => {
        if (each.state !== 'failed') return each;
        return { ...each, key: newKey(), state: 'waiting', percent: 0, error: null };
      }),
    );
  }, []);

  return { files, add, sendFailedAgain };
}
