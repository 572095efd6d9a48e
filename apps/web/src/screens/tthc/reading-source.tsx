import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { api } from '~/api/client';
import { type AnnouncementFileView, type AnnouncementReadingView } from '~/api/types';
import { sendForm, UPLOAD_TYPES } from '~/api/upload';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { DropZone } from '~/ui/drop-zone';
import { ProblemNotice } from '~/ui/problem-notice';
import { Waiting } from '~/ui/waiting';

export type Taken = (reading: AnnouncementReadingView, fileId: string | null) => void;

/** An uploaded file is read by the worker; the page asks until it is. */
function FollowedFile({ id, taken }: { id: string; taken: Taken }): ReactElement {
  const { tthc } = useText();
  const file = useQuery({
    queryKey: ['/announcements', 'files', id],
    queryFn: ({ signal }) => api.get<AnnouncementFileView>(`/announcements/files/${id}`, signal),
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.state === 'received' ? 1000 : false,
  });
  const reading = file.data?.reading ?? null;
  useEffect(() => {
    if (reading !== null) taken(reading, id);
  }, [reading, id, taken]);
  if (file.error !== null) return <ProblemNotice error={file.error} />;
  if (file.data?.state === 'refused')
    return <Alert type="error" showIcon title={file.data.fileName} description={file.data.problem} />;
  return (
    <>
      <p role="status">{tthc.reading}</p>
      <Waiting rows={2} />
    </>
  );
}

/** A decision comes as a file or as pasted text. */
export function ReadingSource({ taken }: { taken: Taken }): ReactElement {
  const { tthc } = useText();
  const [text, setText] = useState('');
  const [fileId, setFileId] = useState<string | null>(null);
  const read = useAction<string, AnnouncementReadingView>(
    (body) => api.post('/announcements/readings', { body: { text: body } }),
    { stale: [], done: (reading) => taken(reading, null) },
  );
  const upload = useAction<File, AnnouncementFileView>(
    (file) => {
      const form = new FormData();
      form.append('file', file);
      return sendForm<AnnouncementFileView>('/announcements/files', form, () => undefined).done;
    },
    { stale: [], done: ({ id }) => setFileId(id) },
  );
  if (fileId !== null) return <FollowedFile id={fileId} taken={taken} />;
  return (
    <section className="panel panel-pad form-page">
      <DropZone
        label={tthc.readFile}
        hint={tthc.readFileHint}
        accept={UPLOAD_TYPES.join(',')}
        disabled={upload.isPending}
        onFile={(file) => upload.mutate(file)}
      />
      {upload.error === null ? null : <ProblemNotice error={upload.error} />}
      <h2>{tthc.pasted}</h2>
      <Input.TextArea
        aria-label={tthc.pasted}
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoSize={{ minRows: 6, maxRows: 16 }}
      />
      {read.error === null ? null : <ProblemNotice error={read.error} />}
      <div className="form-end">
        <Button
          type="primary"
          disabled={text.trim() === ''}
          loading={read.isPending}
          onClick={() => read.mutate(text)}
        >
          {tthc.readPasted}
        </Button>
      </div>
    </section>
  );
}
