import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type RecordDetail, type RecordEntryView } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { formatDay, formatInstant, today } from '~/ui/dates';
import { Facts } from '~/ui/facts';
import { DayField, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { usePageTitle } from '~/ui/page-head';
import { ProblemNotice } from '~/ui/problem-notice';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { Chip } from '~/ui/state-chip';
import { retentionWords } from './record-types-screen';
import { RECORD_TONES } from './records-screen';

const STALE = ['/records', '/disposals', '/journal'];

interface Act {
  path: 'entries' | 'completion' | 'hold';
  title: string;
  note?: string;
  field: 'text' | 'closedOn' | 'reason';
  label: string;
  more?: Record<string, string>;
}

/** Each act on a record asks for one thing. */
function ActDialog({ id, act, close }: { id: string; act: Act; close: () => void }): ReactElement {
  const [form] = Form.useForm<Record<string, string>>();
  const perform = useAction<Record<string, string>, unknown>(
    (body, key) => api.post(`/records/${id}/${act.path}`, { body: { ...body, ...act.more }, key }),
    { stale: STALE, done: close },
  );
  return (
    <FormDialog<Record<string, string>>
      open
      close={close}
      title={act.title}
      submit={act.title}
      form={form}
      initial={act.field === 'closedOn' ? { closedOn: today() } : {}}
      onFinish={(values) => perform.mutate(values)}
      pending={perform.isPending}
      error={perform.error}
    >
      {act.note === undefined ? null : <p className="quiet">{act.note}</p>}
      <Form.Item name={act.field} label={act.label} rules={useRequired()}>
        {act.field === 'closedOn' ? <DayField /> : <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />}
      </Form.Item>
    </FormDialog>
  );
}

function Entries({
  record,
  correct,
}: {
  record: RecordDetail;
  correct: ((entry: RecordEntryView) => void) | null;
}): ReactElement {
  const { upkeep } = useText();
  if (record.entries.length === 0) return <p className="quiet">{upkeep.noEntries}</p>;
  const textOf = (id: string): string => record.entries.find((entry) => entry.id === id)?.text ?? '';
  return (
    <ol className="record-entries">
      {record.entries.map((entry) => (
        <li key={entry.id}>
          {entry.correctsId === null ? null : (
            <p className="quiet">
              {upkeep.corrects}: {textOf(entry.correctsId)}
            </p>
          )}
          <p className="record-entry-text">{entry.text}</p>
          <p className="quiet">
            {entry.authorName}, {formatInstant(entry.enteredAt)}{' '}
            {correct === null ? null : (
              <Button size="small" type="link" onClick={() => correct(entry)}>
                {upkeep.correct}
              </Button>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

function RecordActs({
  record,
  choose,
}: {
  record: RecordDetail;
  choose: (act: Act) => void;
}): ReactElement | null {
  const { upkeep, common } = useText();
  const release = useAction<null, unknown>(
    (_, key) => api.post(`/records/${record.id}/hold`, { body: {}, key }),
    { stale: STALE },
  );
  const isOpen = record.state === 'open';
  if (!isOpen && record.state !== 'completed') return null;
  return (
    <div className="page-actions">
      {isOpen ? (
        <>
          <Button
            type="primary"
            onClick={() =>
              choose({ path: 'entries', title: upkeep.addEntry, field: 'text', label: upkeep.entryText })
            }
          >
            {upkeep.addEntry}
          </Button>
          <Button
            onClick={() =>
              choose({
                path: 'completion',
                title: upkeep.complete,
                note: upkeep.completeNote,
                field: 'closedOn',
                label: upkeep.closedOn,
              })
            }
          >
            {upkeep.complete}
          </Button>
        </>
      ) : null}
      {record.holdReason === null ? (
        <Button
          onClick={() =>
            choose({
              path: 'hold',
              title: upkeep.hold,
              note: upkeep.holdNote,
              field: 'reason',
              label: common.reason,
            })
          }
        >
          {upkeep.hold}
        </Button>
      ) : (
        <Button loading={release.isPending} onClick={() => release.mutate(null)}>
          {upkeep.release}
        </Button>
      )}
      {release.error === null ? null : <ProblemNotice error={release.error} />}
    </div>
  );
}

function RecordBody({ record }: { record: RecordDetail }): ReactElement {
  const { upkeep } = useText();
  const mayKeep = useOpens('keepRecords');
  const [act, setAct] = useState<Act | null>(null);
  usePageTitle(record.title);
  const correct = (entry: RecordEntryView): void =>
    setAct({
      path: 'entries',
      title: upkeep.correct,
      note: entry.text,
      field: 'text',
      label: upkeep.entryText,
      more: { correctsId: entry.id },
    });
  return (
    <>
      <header className="band">
        <div className="band-line">
          <div className="band-name">
            <p className="band-code">
              <Chip tone={RECORD_TONES[record.state]}>{upkeep.recordStates[record.state]}</Chip>
              {record.holdReason === null ? null : <Chip tone="amber">{upkeep.held}</Chip>}
              <strong>{record.reference ?? ''}</strong>
              <span>{record.typeName}</span>
            </p>
            <h1>{record.title}</h1>
          </div>
          {mayKeep ? <RecordActs record={record} choose={setAct} /> : null}
        </div>
      </header>
      <section className="panel panel-pad gap-below">
        <Facts
          facts={[
            [
              upkeep.typeName,
              <RowLink key="type" href="/record-types">
                {record.typeName}
              </RowLink>,
            ],
            [upkeep.keptAt, record.place],
            [upkeep.keeper, record.keeperName],
            [upkeep.openedOn, formatDay(record.openedOn)],
            [upkeep.closedOn, formatDay(record.closedOn)],
            [upkeep.retention, retentionWords(record.retentionMonths, upkeep)],
            record.disposeAfter === null ? null : [upkeep.disposeAfter, formatDay(record.disposeAfter)],
            record.holdReason === null ? null : [upkeep.hold, record.holdReason],
          ]}
        />
      </section>
      <section className="panel panel-pad">
        <h2>{upkeep.entries}</h2>
        {record.state === 'completed' ? <p className="quiet">{upkeep.completedNote}</p> : null}
        <Entries
          record={record}
          correct={mayKeep && ['open', 'completed'].includes(record.state) ? correct : null}
        />
      </section>
      {act === null ? null : <ActDialog id={record.id} act={act} close={() => setAct(null)} />}
    </>
  );
}

export function RecordScreen(): ReactElement {
  const { recordId } = useParams({ from: '/shell/records/$recordId' });
  const record = useQuery({
    queryKey: ['/records', recordId],
    queryFn: ({ signal }) => api.get<RecordDetail>(`/records/${recordId}`, signal),
  });
  return <QueryView query={record}>{(found) => <RecordBody record={found} />}</QueryView>;
}
