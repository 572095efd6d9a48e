import { type ReactElement } from 'react';
import { type AssessmentLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { formatDay } from '~/ui/dates';
import { type Column, ListTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { Chip } from '~/ui/state-chip';
import { ASSESSMENT_TONES } from './assessments-screen';
import { reasonLine } from './reasons';

function columnsOf(text: Dictionary): Column<AssessmentLine>[] {
  const { impact, legal } = text;
  return [
    {
      key: 'state',
      title: legal.state,
      narrow: true,
      cell: (line) => <Chip tone={ASSESSMENT_TONES[line.state]}>{legal.assessmentStates[line.state]}</Chip>,
    },
    {
      key: 'change',
      title: legal.change,
      main: true,
      cell: (line) => (
        <RowLink href={`/assessments/${line.id}`} className="row-title">
          {line.changeText}
        </RowLink>
      ),
    },
    {
      key: 'why',
      title: impact.why,
      cell: (line) => line.reasons.map((reason) => reasonLine(text, reason)).join('; '),
    },
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

/** What else the same task waits for. */
export function OtherReasons({ others }: { others: readonly AssessmentLine[] }): ReactElement | null {
  const text = useText();
  if (others.length === 0) return null;
  return (
    <section className="panel">
      <h2 className="panel-title">{text.impact.others}</h2>
      <ListTable
        label={text.impact.others}
        columns={columnsOf(text)}
        rows={[...others]}
        rowKey={(line) => line.id}
      />
    </section>
  );
}
