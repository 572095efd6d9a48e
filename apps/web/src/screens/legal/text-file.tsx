import { Button } from 'antd';
import { type ReactElement, useRef } from 'react';
import { api } from '~/api/client';
import { type LegalTextDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { formatBytes } from '~/ui/bytes';
import { Icon } from '~/ui/icon';
import { ProblemNotice } from '~/ui/problem-notice';
import { say } from '~/ui/toast';

/** The official PDF: shown once it was inspected; the steward puts it here. */
export function TextFile({ text }: { text: LegalTextDetail }): ReactElement {
  const { common, register } = useText();
  const chooser = useRef<HTMLInputElement>(null);
  const upload = useAction<File, unknown>(
    (file, key) => {
      const body = new FormData();
      body.append('file', file, file.name);
      return api.post(`/legal-texts/${text.id}/file`, { body, key });
    },
    { stale: ['/legal-texts'], done: () => say(register.fileReceived) },
  );
  const { file } = text;
  return (
    <>
      <h3>{register.officialFile}</h3>
      {file === null ? <p className="quiet">{register.noFile}</p> : null}
      {file?.state === 'ready' ? (
        <p>
          <a href={`/api/v1/legal-texts/${text.id}/file`} target="_blank" rel="noopener noreferrer">
            {file.name}
          </a>{' '}
          <span className="quiet">{formatBytes(file.size)}</span>
        </p>
      ) : null}
      {file?.state === 'waiting' ? <p className="quiet">{register.fileWaiting}</p> : null}
      {file?.state === 'refused' ? <p className="known known-not">{file.problem}</p> : null}
      {text.actions.correct.allowed ? (
        <>
          <input
            ref={chooser}
            type="file"
            accept="application/pdf,.pdf"
            hidden
            aria-label={register.attachFile}
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              if (chosen !== undefined) upload.mutate(chosen);
              event.target.value = '';
            }}
          />
          <Button
            size="small"
            icon={<Icon name="plus" size={14} />}
            loading={upload.isPending}
            onClick={() => chooser.current?.click()}
          >
            {register.attachFile}
          </Button>
        </>
      ) : null}
      {upload.error === null ? null : <ProblemNotice error={upload.error} title={common.error.action} />}
    </>
  );
}
