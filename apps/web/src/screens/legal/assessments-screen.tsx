import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Checkbox, Segmented } from 'antd';
import { type ReactElement, useState } from 'react';
import { itemsOf, usePages } from '~/api/page';
import { type AssessmentLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { formatDay } from '~/ui/dates';
import { useOpens } from '~/session/me';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { Chip, type Tone } from '~/ui/state-chip';
import { FirstReview } from './first-review';
import { OwnerReviews } from './owner-reviews';
import { ReviewSheets } from './review-sheets';
import { SheetDialog } from './sheet-dialog';
import { LegalHead } from './legal-head';

export const ASSESSMENT_TONES: Record<AssessmentLine['state'], Tone> = {
  open: 'amber',
  'must-revise': 'amber',
  'not-needed': 'grey',
  done: 'green',
  withdrawn: 'grey',
};

interface Choosing {
  chosen: ReadonlySet<string>;
  choose: (id: string, on: boolean) => void;
}

function choiceColumn({ impact }: Dictionary, { chosen, choose }: Choosing): Column<AssessmentLine> {
  return {
    key: 'choose',
    title: '',
    narrow: true,
    cell: (line) =>
      line.state === 'open' || line.state === 'must-revise' ? (
        <Checkbox
          aria-label={impact.choose(`${line.code} ${line.changeText}`)}
          checked={chosen.has(line.id)}
          onChange={(event) => choose(line.id, event.target.checked)}
        />
      ) : null,
  };
}

function columnsOf({ impact, legal, documents }: Dictionary): Column<AssessmentLine>[] {
  return [
    {
      key: 'state',
      title: legal.state,
      narrow: true,
      cell: (line) => <Chip tone={ASSESSMENT_TONES[line.state]}>{legal.assessmentStates[line.state]}</Chip>,
    },
    {
      key: 'code',
      title: documents.code,
      narrow: true,
      cell: (line) => <span className="code-cell">{line.code}</span>,
    },
    {
      key: 'title',
      title: legal.document,
      main: true,
      cell: (line) => (
        <RowLink href={`/assessments/${line.id}`} className="row-title">
          {line.title}
        </RowLink>
      ),
    },
    { key: 'cites', title: legal.cites, cell: (line) => `${line.cites} (${impact.via[line.via]})` },
    { key: 'change', title: legal.change, cell: (line) => line.changeText },
    { key: 'unit', title: legal.unit, cell: (line) => line.unitName ?? '—' },
    {
      key: 'deadline',
      title: legal.deadline,
      narrow: true,
      cell: (line) => (
        <span className={line.overdue ? 'overdue' : undefined}>{formatDay(line.deadlineOn)}</span>
      ),
    },
  ];
}

function Assessments({
  state,
  changeId,
}: {
  state: 'open' | 'all';
  changeId: string | undefined;
}): ReactElement {
  const text = useText();
  const lines = usePages<AssessmentLine>('/assessments', { state, changeId });
  const mayAssess = useOpens('assess');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [signing, setSigning] = useState(false);
  const choose = (id: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const rows = itemsOf(lines.data).filter(({ id }) => chosen.has(id));
  const columns = columnsOf(text);
  return (
    <>
      {mayAssess ? (
        <div className="list-tools">
          <Button type="primary" disabled={rows.length === 0} onClick={() => setSigning(true)}>
            {text.impact.makeSheet(rows.length)}
          </Button>
        </div>
      ) : null}
      <PagedTable
        query={lines}
        label={text.legal.assessments}
        columns={mayAssess ? [choiceColumn(text, { chosen, choose }), ...columns] : columns}
        rowKey={(line) => line.id}
        rowLink={(line) => `/assessments/${line.id}`}
        empty={<EmptyState title={text.legal.assessmentsEmpty} steps={text.legal.assessmentsSteps} />}
      />
      {signing ? (
        <SheetDialog
          rows={rows}
          close={() => {
            setSigning(false);
            setChosen(new Set());
          }}
        />
      ) : null}
    </>
  );
}

export function AssessmentsScreen(): ReactElement {
  const text = useText();
  const { state, changeId } = useSearch({ from: '/shell/assessments' });
  const navigate = useNavigate();
  const shown = state ?? 'open';
  return (
    <>
      <LegalHead />
      <section className="panel">
        <div className="list-tools">
          <Segmented<'open' | 'all' | 'first' | 'sheets' | 'owners'>
            aria-label={text.legal.state}
            value={shown}
            onChange={(next) =>
              void navigate({ to: '/assessments', search: { state: next, changeId }, replace: true })
            }
            options={[
              { value: 'open', label: text.legal.onlyOpen },
              { value: 'all', label: text.legal.everything },
              { value: 'sheets', label: text.impact.sheets },
              { value: 'owners', label: text.impact.owners },
              { value: 'first', label: text.imports.firstReview },
            ]}
          />
        </div>
        {shown === 'first' ? <FirstReview /> : null}
        {shown === 'sheets' ? <ReviewSheets /> : null}
        {shown === 'owners' ? <OwnerReviews /> : null}
        {shown === 'open' || shown === 'all' ? <Assessments state={shown} changeId={changeId} /> : null}
      </section>
    </>
  );
}
