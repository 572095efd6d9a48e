import { Button, Checkbox, Form, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { usePages } from '~/api/page';
import { type PredecessorLine, type Reception } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useMe, useOpens } from '~/session/me';
import { formatDay } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { DayField } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { useGo } from '~/ui/use-go';
import { AdoptionHead } from './adoption-head';

interface Choice {
  mayContinue: boolean;
  chosen: readonly string[];
  toggle: (id: string) => void;
  ownName: string;
}

function columnsOf(text: Dictionary, choice: Choice): Column<PredecessorLine>[] {
  const { adoption, documents } = text;
  return [
    {
      key: 'code',
      title: documents.code,
      narrow: true,
      cell: (line) =>
        choice.mayContinue && line.continuedBy === null ? (
          <Checkbox
            checked={choice.chosen.includes(line.versionId)}
            onChange={() => choice.toggle(line.versionId)}
            aria-label={adoption.choose(line.code)}
          >
            {line.code}
          </Checkbox>
        ) : (
          <span className="code-cell">{line.code}</span>
        ),
    },
    {
      key: 'title',
      title: documents.name,
      main: true,
      cell: (line) => (
        <RowLink href={`/documents/${line.documentId}`} className="row-title">
          {line.title}
        </RowLink>
      ),
    },
    { key: 'series', title: documents.series, cell: (line) => line.series },
    { key: 'from', title: adoption.formerAgency, cell: (line) => line.agencyName },
    { key: 'now', title: adoption.responsible, cell: () => choice.ownName },
    {
      key: 'effective',
      title: documents.effectiveOn,
      narrow: true,
      cell: (line) => formatDay(line.effectiveOn),
    },
    {
      key: 'state',
      title: adoption.status,
      cell: (line) =>
        line.continuedBy === null ? (
          adoption.notContinued
        ) : (
          <RowLink href={`/documents/${line.continuedBy}`}>{adoption.continued}</RowLink>
        ),
    },
  ];
}

interface ContinueValues {
  territory?: string;
  limitedUntil?: string | null;
}

interface ContinueProps {
  versionIds: readonly string[];
  open: boolean;
  close: () => void;
}

/** Place and end of what continues; the decision comes next. */
function ContinueDialog({ versionIds, open, close }: ContinueProps): ReactElement {
  const { adoption } = useText();
  const go = useGo();
  const [form] = Form.useForm<ContinueValues>();
  const prepare = useAction<ContinueValues, Reception>(
    ({ territory, limitedUntil }, key) =>
      api.post('/continuations', {
        body: { versionIds, ...(territory ? { territory } : {}), ...(limitedUntil ? { limitedUntil } : {}) },
        key,
      }),
    {
      stale: ['/continuations', '/documents', '/decisions'],
      done: (made) => go(`/decisions/new?versions=${made.versionIds.join(',')}`),
    },
  );
  return (
    <FormDialog<ContinueValues>
      open={open}
      close={close}
      title={adoption.continueTitle}
      submit={adoption.continueChosen(versionIds.length)}
      form={form}
      onFinish={(values) => prepare.mutate(values)}
      pending={prepare.isPending}
      error={prepare.error}
    >
      <p className="quiet">{adoption.continueHint}</p>
      <Form.Item name="territory" label={adoption.territoryField} extra={adoption.territoryHint}>
        <Input />
      </Form.Item>
      <Form.Item name="limitedUntil" label={adoption.untilField} extra={adoption.untilHint}>
        <DayField />
      </Form.Item>
    </FormDialog>
  );
}

/** Documents that former agencies left in force: which of them continue here (OF-11). */
export function ContinuationsScreen(): ReactElement {
  const text = useText();
  const { adoption } = text;
  const me = useMe();
  const mayContinue = useOpens('continue');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [deciding, setDeciding] = useState(false);
  const lines = usePages<PredecessorLine>('/continuations/candidates');
  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <>
      <AdoptionHead
        actions={
          mayContinue && chosen.length > 0 ? (
            <Button type="primary" onClick={() => setDeciding(true)}>
              {adoption.continueChosen(chosen.length)}
            </Button>
          ) : undefined
        }
      />
      <section className="panel">
        <p className="quiet panel-note">{adoption.continuationsNote}</p>
        <PagedTable
          query={lines}
          label={adoption.continuationsTitle}
          columns={columnsOf(text, { mayContinue, chosen, toggle, ownName: me.agency.shortName })}
          rowKey={(line) => line.versionId}
          empty={<EmptyState title={adoption.continuationsEmpty} steps={adoption.continuationsSteps} />}
        />
      </section>
      <ContinueDialog versionIds={chosen} open={deciding} close={() => setDeciding(false)} />
    </>
  );
}
