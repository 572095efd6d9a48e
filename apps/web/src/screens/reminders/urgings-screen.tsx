import { type ReactElement } from 'react';
import { usePages } from '~/api/page';
import { type EscalationLine, type UrgingLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { formatDay } from '~/ui/dates';
import { DownloadButton } from '~/ui/download';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { OverdueHead } from './overdue-head';

function urgingColumns({ reminders }: Dictionary): Column<UrgingLine>[] {
  return [
    {
      key: 'subject',
      title: reminders.subject,
      main: true,
      cell: (line) => (
        <>
          <span className="row-title">V/v {line.subject}</span>
          <span className="row-note">{line.addressees.join('; ')}</span>
        </>
      ),
    },
    { key: 'on', title: reminders.madeOn, narrow: true, cell: (line) => formatDay(line.madeOn) },
    { key: 'by', title: reminders.madeBy, cell: (line) => line.madeBy },
    { key: 'count', title: reminders.lineCount, narrow: true, end: true, cell: (line) => line.lineCount },
    {
      key: 'files',
      title: reminders.urgings,
      cell: (line) => (
        <div className="page-actions">
          <DownloadButton
            path={`/urgings/${line.id}/letter`}
            name="cong-van-don-doc.docx"
            label={reminders.word}
          />
          <DownloadButton
            path={`/urgings/${line.id}/letter?format=pdf`}
            name="cong-van-don-doc.pdf"
            label={reminders.pdf}
          />
        </div>
      ),
    },
  ];
}

/** Công văn đôn đốc that were made. */
export function UrgingsScreen(): ReactElement {
  const text = useText();
  const { reminders } = text;
  return (
    <>
      <OverdueHead title={reminders.urgings} note={reminders.urgingsNote} />
      <section className="panel">
        <PagedTable
          query={usePages<UrgingLine>('/urgings')}
          label={reminders.urgings}
          columns={urgingColumns(text)}
          rowKey={(line) => line.id}
          empty={<EmptyState title={reminders.noUrgings} steps={reminders.noUrgingsSteps} />}
        />
      </section>
    </>
  );
}

function escalationColumns({ reminders }: Dictionary): Column<EscalationLine>[] {
  return [
    {
      key: 'task',
      title: reminders.task,
      main: true,
      cell: (line) => <RowLink href={line.link}>{line.title}</RowLink>,
    },
    { key: 'due', title: reminders.due, narrow: true, cell: (line) => formatDay(line.dueOn) },
    { key: 'level', title: reminders.level, cell: (line) => reminders.levels[line.level] },
    {
      key: 'who',
      title: reminders.toldWhom,
      cell: (line) => (
        <>
          {line.personName}
          <span className="row-note">{line.positionTitle}</span>
        </>
      ),
    },
    { key: 'on', title: reminders.toldOn, narrow: true, cell: (line) => formatDay(line.toldOn) },
  ];
}

/** Who was told of what is late. */
export function EscalationsScreen(): ReactElement {
  const text = useText();
  const { reminders } = text;
  return (
    <>
      <OverdueHead title={reminders.escalations} />
      <section className="panel">
        <PagedTable
          query={usePages<EscalationLine>('/escalations')}
          label={reminders.escalations}
          columns={escalationColumns(text)}
          rowKey={(line) => line.id}
          empty={<EmptyState title={reminders.noEscalations} />}
        />
      </section>
    </>
  );
}
