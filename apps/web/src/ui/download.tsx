import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement } from 'react';
import { newKey, send } from '~/api/client';
import { useText } from '~/app/preferences';
import { Icon } from './icon';
import { ProblemNotice } from './problem-notice';

function fileNameOf(response: Response, fallback: string): string {
  const disposition = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? fallback;
}

function keepFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Fetches a file so that a refusal is shown as words, not as a broken page. */
export async function fetchFile(method: 'GET' | 'POST', path: string, fallback: string): Promise<void> {
  const response = await send(method, path, method === 'POST' ? { key: newKey() } : {});
  keepFile(await response.blob(), fileNameOf(response, fallback));
}

export function DownloadButton({
  path,
  name,
  label,
}: {
  path: string;
  name: string;
  label: string;
}): ReactElement {
  const { common } = useText();
  const download = useMutation({ mutationFn: async () => fetchFile('GET', path, name) });
  return (
    <>
      <Button
        icon={<Icon name="download" size={16} />}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        {label}
      </Button>
      {download.error === null ? null : <ProblemNotice error={download.error} title={common.error.action} />}
    </>
  );
}
