import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input } from 'antd';
import { type ReactElement, useRef, useState } from 'react';
import { api } from '~/api/client';
import { itemsOf, usePages } from '~/api/page';
import { type MeetingView, type ReaderLine } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { formatDay, today } from '~/ui/dates';
import { DownloadButton } from '~/ui/download';
import { DayField, useRequired } from '~/ui/fields';
import { blank, filled } from '~/ui/office-forms';
import { PrintMenu } from '~/ui/print-menu';
import { FormDialog } from '~/ui/form-dialog';

interface Values {
  heldOn: string;
  place?: string;
  personIds: string[];
  scan: File;
}

interface FileChoiceProps {
  value?: File;
  onChange?: (file: File | undefined) => void;
  id?: string;
}

/** The browser's own button speaks the language of the browser: ours stands in its place. */
function FileChoice({ value, onChange, id }: FileChoiceProps): ReactElement {
  const { distribution } = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        id={id}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        accept=".pdf,.jpg,.jpeg,.png"
        onChange={(event) => onChange?.(event.target.files?.[0])}
      />
      <Button onClick={() => input.current?.click()}>{distribution.chooseScan}</Button>{' '}
      <span className="quiet">{value?.name}</span>
    </>
  );
}

function MeetingDialog({ versionId, close }: { versionId: string; close: () => void }): ReactElement {
  const { distribution, common } = useText();
  const [form] = Form.useForm<Values>();
  const required = useRequired();
  const readers = usePages<ReaderLine>(`/versions/${versionId}/readers`, { state: 'open' });
  const save = useAction<Values, unknown>(
    ({ heldOn, place, personIds, scan }) => {
      const body = new FormData();
      body.set('heldOn', heldOn);
      body.set('place', place ?? '');
      body.set('personIds', personIds.join(','));
      body.set('file', scan, scan.name);
      return api.post(`/versions/${versionId}/meetings`, { body });
    },
    { stale: ['/versions', '/journal'], done: close },
  );
  return (
    <FormDialog<Values>
      open
      close={close}
      title={distribution.recordMeeting}
      submit={common.save}
      form={form}
      initial={{ heldOn: today(), personIds: [] }}
      onFinish={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error ?? readers.error}
    >
      <p className="quiet">{distribution.meetingNote}</p>
      <Form.Item name="heldOn" label={distribution.heldOn} rules={required}>
        <DayField />
      </Form.Item>
      <Form.Item name="place" label={distribution.place}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="scan" label={distribution.scan} rules={required}>
        <FileChoice />
      </Form.Item>
      <Form.Item name="personIds" label={distribution.people} rules={required}>
        <Checkbox.Group
          className="options-down"
          options={itemsOf(readers.data).map(({ personId, personName, unitName }) => ({
            value: personId,
            label: [personName, unitName].filter(Boolean).join(', '),
          }))}
        />
      </Form.Item>
      {readers.hasNextPage ? (
        <Button loading={readers.isFetchingNextPage} onClick={() => void readers.fetchNextPage()}>
          {common.more}
        </Button>
      ) : null}
    </FormDialog>
  );
}

/** OF-09: print the list, have it signed, bring it back. */
export function MeetingSection({
  versionId,
  mayRecord,
}: {
  versionId: string;
  mayRecord: boolean;
}): ReactElement {
  const text = useText();
  const { distribution } = text;
  const [recording, setRecording] = useState(false);
  const meetings = useQuery({
    queryKey: ['/versions', versionId, 'meetings'],
    queryFn: ({ signal }) => api.get<MeetingView[]>(`/versions/${versionId}/meetings`, signal),
  });
  const sheet = `/versions/${versionId}/sign-sheet`;
  return (
    <section>
      <h2>{distribution.meeting}</h2>
      <div className="page-actions">
        <PrintMenu
          forms={[
            filled('signSheet', text, { docx: sheet, prints: `/versions/${versionId}/sign-sheet-prints` }),
            blank('signSheet', text),
          ]}
        />
        {mayRecord ? <Button onClick={() => setRecording(true)}>{distribution.recordMeeting}</Button> : null}
      </div>
      <ul className="line-list">
        {(meetings.data ?? []).map((meeting) => (
          <li key={meeting.id}>
            <p>
              {distribution.meetingLine(formatDay(meeting.heldOn), meeting.people)}
              {meeting.place === null ? '' : `, ${meeting.place}`}
            </p>
            <DownloadButton
              path={`/meetings/${meeting.id}/scan`}
              name={meeting.fileName}
              label={distribution.downloadScan}
            />
          </li>
        ))}
      </ul>
      {recording ? <MeetingDialog versionId={versionId} close={() => setRecording(false)} /> : null}
    </section>
  );
}
