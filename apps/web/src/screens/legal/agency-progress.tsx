import { Button, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { usePages } from '~/api/page';
import { type AgencyFigures, type ChangeDetail, type ProgressDocument } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { formatDay } from '~/ui/dates';
import { fetchFile } from '~/ui/download';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { Chip } from '~/ui/state-chip';
import { ASSESSMENT_TONES } from './assessments-screen';
import { ExtendDialog } from './extend-dialog';

interface Doing {
  open: (line: AgencyFigures) => void;
  extend: ((line: AgencyFigures) => void) | null;
}

function columnsOf({ impact, legal }: Dictionary, { open, extend }: Doing): Column<AgencyFigures>[] {
  const figure = (
    key: 'total' | 'unseen' | 'notNeeded' | 'revising' | 'done' | 'onTime',
    title: string,
  ): Column<AgencyFigures> => ({ key, title, narrow: true, end: true, cell: (line) => line[key] });
  return [
    {
      key: 'agency',
      title: legal.agency,
      main: true,
      cell: (line) => (
        <Button type="link" onClick={() => open(line)}>
          {line.agencyName}
        </Button>
      ),
    },
    figure('total', legal.document),
    figure('unseen', impact.unseen),
    figure('notNeeded', impact.notNeeded),
    figure('revising', impact.revising),
    figure('done', impact.finished),
    {
      key: 'overdue',
      title: impact.overdue,
      narrow: true,
      end: true,
      cell: (line) => <span className={line.overdue > 0 ? 'overdue' : undefined}>{line.overdue}</span>,
    },
    figure('onTime', impact.onTime),
    { key: 'median', title: impact.median, narrow: true, end: true, cell: (line) => line.medianDays ?? '—' },
    { key: 'late', title: impact.lateUnits, cell: (line) => line.lateUnits ?? '—' },
    ...(extend === null
      ? []
      : [
          {
            key: 'extend',
            title: '',
            narrow: true,
            cell: (line: AgencyFigures) => <Button onClick={() => extend(line)}>{impact.extend}</Button>,
          },
        ]),
  ];
}

function Documents({ changeId, agency }: { changeId: string; agency: AgencyFigures }): ReactElement {
  const text = useText();
  const { documents, impact, legal } = text;
  const lines = usePages<ProgressDocument>(
    `/legal-changes/${changeId}/agencies/${agency.agencyId}/documents`,
  );
  const columns: Column<ProgressDocument>[] = [
    {
      key: 'state',
      title: legal.state,
      narrow: true,
      cell: (line) => <Chip tone={ASSESSMENT_TONES[line.state]}>{legal.assessmentStates[line.state]}</Chip>,
    },
    { key: 'code', title: documents.code, narrow: true, cell: (line) => line.code },
    { key: 'title', title: legal.document, main: true, cell: (line) => line.title },
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
  return (
    <PagedTable
      query={lines}
      label={impact.documentsOf(agency.agencyName)}
      columns={columns}
      rowKey={(line) => line.id}
      empty={<EmptyState title={impact.progressEmpty} />}
    />
  );
}

/** Agencies by state, those who are late first; behind each line its documents. */
export function AgencyProgress({ change }: { change: ChangeDetail }): ReactElement {
  const text = useText();
  const { impact } = text;
  const [opened, setOpened] = useState<AgencyFigures | null>(null);
  const [extending, setExtending] = useState<AgencyFigures | null>(null);
  const lines = usePages<AgencyFigures>(`/legal-changes/${change.id}/agencies`);
  const mayExtend = change.state === 'confirmed' && change.actions.withdraw.allowed;
  const columns = columnsOf(text, { open: setOpened, extend: mayExtend ? setExtending : null });
  return (
    <section className="panel">
      <div className="list-tools">
        <h2 className="panel-title">{impact.progress}</h2>
        <Button
          onClick={() =>
            void fetchFile('GET', `/legal-changes/${change.id}/agencies.xlsx`, `${impact.progress}.xlsx`)
          }
        >
          {impact.takeSheet}
        </Button>
      </div>
      <PagedTable
        query={lines}
        label={impact.progress}
        columns={columns}
        rowKey={(line) => line.agencyId}
        empty={<EmptyState title={impact.progressEmpty} />}
      />
      {opened === null ? null : (
        <Modal
          open
          title={impact.documentsOf(opened.agencyName)}
          footer={null}
          width={960}
          onCancel={() => setOpened(null)}
        >
          <Documents changeId={change.id} agency={opened} />
        </Modal>
      )}
      {extending === null ? null : (
        <ExtendDialog
          path={`/legal-changes/${change.id}/extensions`}
          subject={{ agencyId: extending.agencyId }}
          close={() => setExtending(null)}
        />
      )}
    </section>
  );
}
