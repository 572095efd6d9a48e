import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { type ReactElement } from 'react';
import { usePages } from '~/api/page';
import { type AssessmentLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { formatDay } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { Chip, type Tone } from '~/ui/state-chip';
import { FirstReview } from './first-review';
import { LegalHead } from './legal-head';

export const ASSESSMENT_TONES: Record<AssessmentLine['state'], Tone> = {
  open: 'amber',
  'must-revise': 'amber',
  'not-needed': 'grey',
  done: 'green',
  withdrawn: 'grey',
};

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
  return (
    <PagedTable
      query={lines}
      label={text.legal.assessments}
      columns={columnsOf(text)}
      rowKey={(line) => line.id}
      rowLink={(line) => `/assessments/${line.id}`}
      empty={<EmptyState title={text.legal.assessmentsEmpty} steps={text.legal.assessmentsSteps} />}
    />
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
          <Segmented<'open' | 'all' | 'first'>
            aria-label={text.legal.state}
            value={shown}
            onChange={(next) =>
              void navigate({ to: '/assessments', search: { state: next, changeId }, replace: true })
            }
            options={[
              { value: 'open', label: text.legal.onlyOpen },
              { value: 'all', label: text.legal.everything },
              { value: 'first', label: text.imports.firstReview },
            ]}
          />
        </div>
        {shown === 'first' ? <FirstReview /> : <Assessments state={shown} changeId={changeId} />}
      </section>
    </>
  );
}
