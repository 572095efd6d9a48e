import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type ReviewSheetDetail, type ReviewSheetRow } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { formatDay, formatInstant } from '~/ui/dates';
import { Facts } from '~/ui/facts';
import { LinkButton } from '~/ui/link-button';
import { type Column, ListTable } from '~/ui/list-table';
import { usePageTitle } from '~/ui/page-head';
import { PrintMenu } from '~/ui/print-menu';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { Chip } from '~/ui/state-chip';
import { ASSESSMENT_TONES } from './assessments-screen';

function columnsOf({ documents, legal }: Dictionary): Column<ReviewSheetRow>[] {
  return [
    {
      key: 'state',
      title: legal.state,
      narrow: true,
      cell: (row) => <Chip tone={ASSESSMENT_TONES[row.state]}>{legal.assessmentStates[row.state]}</Chip>,
    },
    {
      key: 'code',
      title: documents.code,
      narrow: true,
      cell: (row) => <span className="code-cell">{row.code}</span>,
    },
    {
      key: 'title',
      title: legal.document,
      main: true,
      cell: (row) => (
        <RowLink href={`/assessments/${row.assessmentId}`} className="row-title">
          {row.title}
        </RowLink>
      ),
    },
    { key: 'change', title: legal.change, cell: (row) => row.changeText },
    { key: 'cites', title: legal.cites, cell: (row) => row.cites },
    { key: 'outcome', title: legal.outcome, narrow: true, cell: (row) => legal.outcomes[row.outcome] },
    { key: 'reason', title: legal.outcomeReason, cell: (row) => row.reason ?? '—' },
    { key: 'deadline', title: legal.deadline, narrow: true, cell: (row) => formatDay(row.deadlineOn) },
  ];
}

function SheetBody({ sheet }: { sheet: ReviewSheetDetail }): ReactElement {
  const text = useText();
  const { impact } = text;
  usePageTitle(impact.sheetTitle);
  const path = `/review-sheets/${sheet.id}`;
  return (
    <>
      <header className="band">
        <div className="band-line">
          <div className="band-name">
            <p className="band-code">
              <span>{impact.sheet}</span>
            </p>
            <h1>{impact.sheetTitle}</h1>
            <p className="page-note">{impact.rowsCount(sheet.documents, sheet.mustRevise)}</p>
          </div>
          <div className="page-actions">
            <PrintMenu
              forms={[
                {
                  key: 'sheet',
                  label: impact.sheetTitle,
                  docx: `${path}/form.docx`,
                  print: { path: `${path}/form-prints`, body: {} },
                },
              ]}
            />
            {sheet.changeSetId === null ? null : (
              <LinkButton href={`/change-sets/${sheet.changeSetId}`}>{impact.changeSet}</LinkButton>
            )}
          </div>
        </div>
      </header>
      <section className="panel panel-pad">
        <Facts
          facts={[
            [impact.signedBy, `${sheet.signerName}, ${sheet.positionTitle}`],
            [impact.signedAt, formatInstant(sheet.signedAt)],
            [impact.hash, <code key="hash">{sheet.contentHash.slice(0, 16)}</code>],
          ]}
        />
      </section>
      <section className="panel">
        <ListTable
          label={impact.sheetTitle}
          columns={columnsOf(text)}
          rows={sheet.rows}
          rowKey={(row) => row.assessmentId}
        />
      </section>
    </>
  );
}

export function ReviewSheetScreen(): ReactElement {
  const { sheetId } = useParams({ from: '/shell/review-sheets/$sheetId' });
  const sheet = useQuery({
    queryKey: ['/review-sheets', sheetId],
    queryFn: ({ signal }) => api.get<ReviewSheetDetail>(`/review-sheets/${sheetId}`, signal),
  });
  return <QueryView query={sheet}>{(found) => <SheetBody sheet={found} />}</QueryView>;
}
