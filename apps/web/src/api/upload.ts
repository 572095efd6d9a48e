import { currentLanguage } from '~/i18n/language';
import { API, newKey } from './client';
import { parseProblem, unreachable } from './problem';
import { type UploadView } from './types';

export const UPLOAD_LIMIT = 50 * 1024 * 1024;
export const UPLOAD_TYPES = ['.doc', '.docx', '.pdf'] as const;

export interface Sending<Answer = UploadView> {
  done: Promise<Answer>;
  cancel: () => void;
}

/** `fetch` tells nothing of bytes sent, so a form with a file goes by XMLHttpRequest. */
export function sendForm<Answer>(
  path: string,
  body: FormData,
  onProgress: (percent: number) => void,
): Sending<Answer> {
  const request = new XMLHttpRequest();
  const done = new Promise<Answer>((resolve, reject) => {
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100));
    };
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as Answer);
      else
        reject(
          parseProblem(request.status, request.responseText, request.getResponseHeader('x-correlation-id')),
        );
    };
    request.open('POST', `${API}${path}`);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('Accept-Language', currentLanguage());
    request.setRequestHeader('Idempotency-Key', newKey());
    request.send(body);
  });
  return { done, cancel: () => request.abort() };
}

/** Sends one file to be read. */
export function sendFile(file: File, onProgress: (percent: number) => void): Sending {
  const body = new FormData();
  body.append('file', file, file.name);
  return sendForm<UploadView>('/uploads', body, onProgress);
}
