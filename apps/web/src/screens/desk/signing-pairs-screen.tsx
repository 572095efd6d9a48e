import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Form, Input, Segmented } from 'antd';
import { type ReactElement, useState } from 'react';
import { api, withQuery } from '~/api/client';
import { usePages } from '~/api/page';
import { type SigningActLine, type SigningPairLine, type SigningPairNote } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatInstant } from '~/ui/dates';
import { DownloadButton } from '~/ui/download';
import { EmptyState } from '~/ui/empty';
import { useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { Chip } from '~/ui/state-chip';
import { say } from '~/ui/toast';
import { AdministrationHead } from '../administration/administration-head';
import { DayRange } from './day-range';

function Act({ act }: { act: SigningActLine }): ReactElement {
  return (
    <>
      <strong>{act.personName}</strong> <span className="quiet">{act.positionTitle}</span>
      <br />
      <time dateTime={act.at}>{formatInstant(act.at)}</time>
      {act.signed.map((thing) => (
        <div key={`${thing.subjectType} ${thing.subjectId} ${thing.words}`}>
          {thing.words}
          {thing.code === null ? null : (
            <>
              {': '}
              <RowLink href={`/documents/${thing.subjectId}`} className="row-title">
                {`${thing.code} – ${thing.title ?? ''}`}
              </RowLink>
            </>
          )}
        </div>
      ))}
    </>
  );
}

function columnsOf(
  { desk }: Dictionary,
  note: ((line: SigningPairLine) => void) | null,
): Column<SigningPairLine>[] {
  return [
    {
      key: 'machine',
      title: desk.machine,
      main: true,
      cell: (line) => (
        <>
          <span className="row-title">{line.machineName ?? desk.unnamedMachine}</span>
          <br />
          <span className="quiet">{desk.apart(line.secondsApart)}</span>{' '}
          {line.sameName ? <Chip tone="red">{desk.sameName}</Chip> : null}
        </>
      ),
    },
    { key: 'earlier', title: desk.before, cell: (line) => <Act act={line.earlier} /> },
    { key: 'later', title: desk.after, cell: (line) => <Act act={line.later} /> },
    {
      key: 'note',
      title: desk.noteLabel,
      cell: (line) => (
        <>
          {line.note === null ? null : (
            <p>
              {line.note}
              <br />
              <span className="quiet">
                {desk.notedBy(line.notedByName ?? '', formatInstant(line.notedAt))}
              </span>
            </p>
          )}
          {note === null ? null : (
            <Button size="small" onClick={() => note(line)}>
              {desk.note}
            </Button>
          )}
        </>
      ),
    },
  ];
}

function NoteDialog({ pair, close }: { pair: SigningPairLine; close: () => void }): ReactElement {
  const { desk } = useText();
  const [form] = Form.useForm<{ note: string }>();
  const save = useAction<SigningPairNote, unknown>(
    (body, key) => api.post('/signing-pairs/notes', { body, key }),
    {
      stale: ['/signing-pairs'],
      done: () => {
        say(desk.noted);
        close();
      },
    },
  );
  return (
    <FormDialog<{ note: string }>
      open
      close={close}
      title={desk.note}
      submit={desk.note}
      form={form}
      onFinish={({ note }) => save.mutate({ laterId: pair.later.id, earlierId: pair.earlier.id, note })}
      pending={save.isPending}
      error={save.error}
    >
      <p>
        {pair.earlier.personName}, {pair.later.personName}: {pair.machineName ?? desk.unnamedMachine}
      </p>
      <Form.Item name="note" label={desk.noteLabel} rules={useRequired()}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
    </FormDialog>
  );
}

/** Two accounts that signed in one browser within ten minutes: for the head to look at, nothing is blocked (OF-08). */
export function SigningPairsScreen(): ReactElement {
  const text = useText();
  const { desk } = text;
  const filters = useSearch({ from: '/shell/signing-pairs' });
  const navigate = useNavigate();
  const mayNote = useOpens('noteSigningPairs');
  const [noting, setNoting] = useState<SigningPairLine | null>(null);
  const lines = usePages<SigningPairLine>('/signing-pairs', { ...filters });
  const choose = (change: typeof filters): void =>
    void navigate({ to: '/signing-pairs', search: { ...filters, ...change }, replace: true });
  return (
    <>
      <AdministrationHead note={desk.pairsNote} />
      <section className="panel">
        <div className="list-tools">
          <Segmented<'all' | 'open' | 'noted'>
            aria-label={desk.state}
            value={filters.state ?? 'all'}
            onChange={(state) => choose({ state: state === 'all' ? undefined : state })}
            options={(['all', 'open', 'noted'] as const).map((value) => ({
              value,
              label: desk.pairStates[value],
            }))}
          />
          <DayRange from={filters.from} to={filters.to} choose={choose} />
          <DownloadButton
            path={withQuery('/signing-pairs.xlsx', { ...filters })}
            name="hai-tai-khoan-mot-may.xlsx"
            label={desk.sheet}
          />
        </div>
        <PagedTable
          query={lines}
          label={desk.pairs}
          columns={columnsOf(text, mayNote ? setNoting : null)}
          rowKey={(line) => line.id}
          empty={<EmptyState title={desk.pairsEmpty} />}
        />
      </section>
      {noting === null ? null : <NoteDialog pair={noting} close={() => setNoting(null)} />}
    </>
  );
}
