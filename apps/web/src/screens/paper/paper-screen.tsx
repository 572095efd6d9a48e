import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { api, withQuery } from '~/api/client';
import { itemsOf, usePages } from '~/api/page';
import { type DestructionView, type PaperCopyLine } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatDay, today } from '~/ui/dates';
import { DayField, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { type Column, PagedTable } from '~/ui/list-table';
import { blank, filled } from '~/ui/office-forms';
import { PageHead } from '~/ui/page-head';
import { PrintMenu } from '~/ui/print-menu';
import { RowLink } from '~/ui/row-link';
import { LibraryLinks } from '../documents/library-links';
import { PaperActions } from './paper-actions';
import { PaperChip } from './paper-chip';

export const PAPER_STATES = ['held', 'to-recall', 'recalled', 'destroyed', 'lost'] as const;

interface Chosen {
  ids: readonly string[];
  toggle: (id: string) => void;
}

function columnsOf(
  { distribution, documents }: Dictionary,
  mayKeep: boolean,
  chosen: Chosen,
): Column<PaperCopyLine>[] {
  return [
    {
      key: 'document',
      title: documents.name,
      main: true,
      cell: (copy) => (
        <RowLink href={`/documents/${copy.documentId}?version=${copy.versionId}&tab=distribution`}>
          {copy.code} – {copy.title}
        </RowLink>
      ),
    },
    {
      key: 'issue',
      title: documents.issueRevision,
      narrow: true,
      cell: ({ issue, revision }) => `${String(issue)} / ${String(revision)}`,
    },
    {
      key: 'number',
      title: distribution.number,
      narrow: true,
      cell: ({ number }) => distribution.paper(number),
    },
    {
      key: 'holder',
      title: distribution.holder,
      cell: ({ holderName, unitName }) => [holderName, unitName].filter(Boolean).join(', '),
    },
    { key: 'place', title: distribution.keptAt, cell: ({ place }) => place },
    {
      key: 'issued',
      title: distribution.issuedOn,
      narrow: true,
      cell: ({ issuedOn }) => formatDay(issuedOn),
    },
    {
      key: 'state',
      title: distribution.filterState,
      cell: (copy) => (
        <>
          <PaperChip state={copy.state} />
          {copy.recalledOn === null ? null : <span className="quiet"> {formatDay(copy.recalledOn)}</span>}
        </>
      ),
    },
    {
      key: 'actions',
      title: '',
      end: true,
      cell: (copy) =>
        mayKeep && copy.state === 'recalled' ? (
          <Checkbox
            aria-label={`${distribution.destroy}: ${copy.code}, ${distribution.paper(copy.number)}`}
            checked={chosen.ids.includes(copy.id)}
            onChange={() => chosen.toggle(copy.id)}
          />
        ) : mayKeep ? (
          <PaperActions copy={copy} />
        ) : null,
    },
  ];
}

interface DestroyValues {
  heldOn: string;
  place: string;
  method: string;
  reason: string;
  members: string;
}

function DestroyDialog({ ids, close }: { ids: readonly string[]; close: () => void }): ReactElement {
  const { distribution } = useText();
  const [form] = Form.useForm<DestroyValues>();
  const required = useRequired();
  const save = useAction<DestroyValues, DestructionView>(
    ({ members, ...body }, key) =>
      api.post('/destructions', {
        body: {
          ...body,
          copyIds: ids,
          members: members.split('\n').flatMap((name) => (name.trim() === '' ? [] : [name.trim()])),
        },
        key,
      }),
    { stale: ['/paper-copies', '/destructions', '/journal'], done: close },
  );
  const words: [keyof DestroyValues, string][] = [
    ['place', distribution.place],
    ['method', distribution.method],
    ['reason', distribution.reason],
  ];
  return (
    <FormDialog<DestroyValues>
      open
      close={close}
      title={distribution.destroy}
      submit={distribution.destroy}
      form={form}
      initial={{ heldOn: today() }}
      onFinish={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
      danger
    >
      <p className="quiet">
        {distribution.chosen(ids.length)}. {distribution.destroyNote}
      </p>
      <Form.Item name="heldOn" label={distribution.heldOn} rules={required}>
        <DayField />
      </Form.Item>
      {words.map(([name, label]) => (
        <Form.Item key={name} name={name} label={label} rules={required}>
          <Input maxLength={300} />
        </Form.Item>
      ))}
      <Form.Item name="members" label={distribution.members} rules={required}>
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Form.Item>
    </FormDialog>
  );
}

function Destructions(): ReactElement {
  const text = useText();
  const { distribution } = text;
  const list = usePages<DestructionView>('/destructions');
  const lines = itemsOf(list.data);
  return (
    <section className="panel panel-pad">
      <h2>{distribution.destructions}</h2>
      {list.isSuccess && lines.length === 0 ? <p className="quiet">{distribution.noDestructions}</p> : null}
      <ul className="line-list">
        {lines.map(({ id, heldOn, copies, reason }) => (
          <li key={id}>
            <p>{distribution.minutes(formatDay(heldOn), copies.length)}</p>
            <p className="quiet">{reason}</p>
            <div className="page-actions">
              <PrintMenu
                forms={[
                  filled('destruction', text, {
                    docx: `/destructions/${id}/minutes`,
                    prints: `/destructions/${id}/minutes-prints`,
                  }),
                ]}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Sổ phân phối, thu hồi tài liệu: where every controlled paper copy is (DI-12). */
export function PaperScreen(): ReactElement {
  const text = useText();
  const { distribution } = text;
  const { state } = useSearch({ from: '/shell/paper-copies' });
  const navigate = useNavigate();
  const mayKeep = useOpens('keepPaper');
  const [ids, setIds] = useState<readonly string[]>([]);
  const [destroying, setDestroying] = useState(false);
  const copies = usePages<PaperCopyLine>('/paper-copies', { state });
  const toggle = (id: string): void =>
    setIds((before) => (before.includes(id) ? before.filter((other) => other !== id) : [...before, id]));
  return (
    <>
      <PageHead
        title={distribution.register}
        note={distribution.registerNote}
        actions={
          <>
            {ids.length === 0 ? null : (
              <Button danger onClick={() => setDestroying(true)}>
                {distribution.destroy} ({ids.length})
              </Button>
            )}
            <PrintMenu
              sheet={{ path: withQuery('/paper-copies.xlsx', { state }), name: 'so-phan-phoi.xlsx' }}
              forms={[
                filled('register', text, {
                  docx: '/paper-copies/register',
                  prints: '/office-forms/paper-register-prints',
                }),
                blank('register', text),
                blank('destruction', text),
              ]}
            />
          </>
        }
      >
        <LibraryLinks />
      </PageHead>
      <section className="panel gap-below">
        <div className="filters">
          <Select
            allowClear
            aria-label={distribution.filterState}
            placeholder={distribution.filterState}
            value={state}
            onChange={(next) =>
              void navigate({ to: '/paper-copies', search: { state: next }, replace: true })
            }
            options={PAPER_STATES.map((value) => ({ value, label: distribution.paperStates[value] }))}
          />
        </div>
        <PagedTable
          label={distribution.register}
          query={copies}
          columns={columnsOf(text, mayKeep, { ids, toggle })}
          rowKey={({ id }) => id}
          empty={<p className="quiet panel-pad">{distribution.noPapers}</p>}
        />
      </section>
      <Destructions />
      {destroying ? (
        <DestroyDialog
          ids={ids}
          close={() => {
            setDestroying(false);
            setIds([]);
          }}
        />
      ) : null}
    </>
  );
}
