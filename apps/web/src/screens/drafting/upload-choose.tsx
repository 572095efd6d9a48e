import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Progress } from 'antd';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { sendFile, type Sending, UPLOAD_LIMIT, UPLOAD_TYPES } from '~/api/upload';
import { type UploadView } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { systemQuery } from '~/session/me';
import { DropZone } from '~/ui/drop-zone';
import { ProblemNotice } from '~/ui/problem-notice';

function faultOf(file: File, text: Dictionary): string | null {
  const name = file.name.toLowerCase();
  if (!UPLOAD_TYPES.some((type) => name.endsWith(type))) return text.drafting.reading.wrongType;
  return file.size > UPLOAD_LIMIT ? text.drafting.reading.tooLarge : null;
}

interface InFlight {
  name: string;
  percent: number;
}

interface UploadChooseProps {
  onReceived: (upload: UploadView, file: File) => void;
}

/** First step: the file, by dropping or choosing, with its way to the server shown. */
export function UploadChoose({ onReceived }: UploadChooseProps): ReactElement {
  const text = useText();
  const words = text.drafting.reading;
  const system = useQuery(systemQuery);
  const sending = useRef<Sending | null>(null);
  const [inFlight, setInFlight] = useState<InFlight | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  /** Kept while it is not received, so that a broken connection asks for nothing anew. */
  const [unsent, setUnsent] = useState<File | null>(null);
  useEffect(() => () => sending.current?.cancel(), []);

  const begin = (file: File): void => {
    const found = faultOf(file, text);
    setFault(found);
    setError(null);
    setUnsent(null);
    if (found !== null) return;
    setInFlight({ name: file.name, percent: 0 });
    sending.current = sendFile(file, (percent) => setInFlight({ name: file.name, percent }));
    sending.current.done.then(
      (upload) => onReceived(upload, file),
      (failure: unknown) => {
        setInFlight(null);
        if (failure instanceof DOMException) return;
        setError(failure);
        setUnsent(file);
      },
    );
  };

  return (
    <section className="panel panel-pad upload-choose">
      {system.data?.officeConversion === false ? (
        <Alert type="warning" showIcon title={words.noOffice} />
      ) : null}
      {error === null ? null : <ProblemNotice error={error} title={words.refused} />}
      {unsent === null ? null : (
        <p>
          <Button type="primary" onClick={() => begin(unsent)}>
            {words.sendAgain(unsent.name)}
          </Button>
        </p>
      )}
      {fault === null ? null : <Alert type="error" showIcon role="alert" title={fault} />}
      {inFlight === null ? (
        <DropZone label={words.drop} hint={words.hint} accept={UPLOAD_TYPES.join(',')} onFile={begin} />
      ) : (
        <div className="upload-progress">
          <p role="status">{words.sending(inFlight.name)}</p>
          <Progress percent={inFlight.percent} aria-label={words.sending(inFlight.name)} />
          <Button onClick={() => sending.current?.cancel()}>{words.cancel}</Button>
        </div>
      )}
    </section>
  );
}
