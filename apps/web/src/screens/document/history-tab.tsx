import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { itemsOf, usePages } from '~/api/page';
import {
  type AmendmentTableView,
  type DocumentPage,
  type JournalLine,
  type VersionDetail,
  type VersionLine,
} from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatDay, formatInstant } from '~/ui/dates';
import { type PrintableForm, PrintMenu } from '~/ui/print-menu';
import { ProblemNotice } from '~/ui/problem-notice';
import { RowLink } from '~/ui/row-link';
import { Chip, StateChip } from '~/ui/state-chip';
import { Waiting } from '~/ui/waiting';

function datesOf(line: VersionLine, { versions }: Dictionary): string {
  const dates: [string, string | null][] = [
    [versions.issuedOn, line.issuedOn],
    [versions.effectiveOn, line.effectiveOn],
    [versions.endedOn, line.endedOn],
  ];
  return dates.flatMap(([word, date]) => (date === null ? [] : [`${word} ${formatDay(date)}`])).join(' · ');
}

function Ending({ withdrawal }: { withdrawal: NonNullable<VersionLine['withdrawal']> }): ReactElement {
  const { versions } = useText();
  return (
    <p>
      {versions.withdrawn}: {withdrawal.reason ?? '—'} (
      <RowLink href={`/decisions/${withdrawal.decisionId}`}>{withdrawal.number ?? '—'}</RowLink>)
      {withdrawal.successorId === null ? null : (
        <>
          {'. '}
          {versions.successor}:{' '}
          <RowLink href={`/documents/${withdrawal.successorId}`}>{withdrawal.successor ?? ''}</RowLink>
        </>
      )}
    </p>
  );
}

function VersionRow({
  line,
  documentId,
  shown,
}: {
  line: VersionLine;
  documentId: string;
  shown: VersionDetail;
}): ReactElement {
  const text = useText();
  const { documentPage, versions } = text;
  const isShown = line.versionId === shown.id;
  const isOlder = line.issue * 1000 + line.revision < shown.issue * 1000 + shown.revision;
  const [left, right] = isOlder ? [line.versionId, shown.id] : [shown.id, line.versionId];
  return (
    <li>
      <p>
        <RowLink href={`/documents/${documentId}?version=${line.versionId}&tab=history`}>
          {documentPage.edition(line.issue, line.revision)}
        </RowLink>
        {isShown ? <span className="quiet"> ({documentPage.current})</span> : null}{' '}
        <StateChip state={line.state} />
        {line.importedFromPaper ? (
          <>
            {' '}
            <Chip tone="grey">{versions.fromPaper}</Chip>
          </>
        ) : null}
      </p>
      <p className="quiet">{datesOf(line, text)}</p>
      <p>
        {[line.changeNote, line.changeReason, line.affectedSections, line.legalBasis]
          .filter((part) => part !== null && part !== '')
          .join(' · ')}
      </p>
      <p className="quiet">
        {[line.decisionNumber, line.drafterName].filter((part) => part !== null && part !== '').join(' · ')}
      </p>
      {line.withdrawal === null ? null : <Ending withdrawal={line.withdrawal} />}
      {isShown ? null : (
        <p>
          <RowLink href={`/documents/${documentId}/compare?left=${left}&right=${right}`}>
            {versions.compareWith}
          </RowLink>
        </p>
      )}
    </li>
  );
}

function sheetsOf(page: DocumentPage, version: VersionDetail, { versions }: Dictionary): PrintableForm[] {
  const documentPath = `/documents/${page.document.id}`;
  return [
    {
      key: 'cover',
      label: versions.coverSheet,
      docx: `/versions/${version.id}/cover-sheet.docx`,
      print: { path: `/versions/${version.id}/cover-prints`, body: {} },
    },
    {
      key: 'amendments',
      label: versions.amendments,
      docx: `${documentPath}/amendments.docx`,
      print: { path: `${documentPath}/amendment-prints`, body: {} },
    },
  ];
}

/** Theo dõi sửa đổi, in the agency's own columns. */
function Amendments({ documentId }: { documentId: string }): ReactElement | null {
  const { versions } = useText();
  const table = useQuery({
    queryKey: ['/documents', documentId, 'amendments'],
    queryFn: ({ signal }) => api.get<AmendmentTableView>(`/documents/${documentId}/amendments`, signal),
  });
  if (table.data === undefined || table.data.rows.length === 0) return null;
  return (
    <section>
      <h2>{versions.amendments}</h2>
      <div className="wide-table">
        <table className="plain-table" aria-label={versions.amendments}>
          <thead>
            <tr>
              {table.data.columns.map(({ field, heading }) => (
                <th key={field} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.data.rows.map(({ cells }) => (
              <tr key={cells.join('|')}>
                {cells.map((cell, at) => (
                  <td key={table.data.columns[at]?.field ?? at}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function JournalRow({ line }: { line: JournalLine }): ReactElement {
  const { common } = useText();
  return (
    <li>
      <p>{line.summary}</p>
      {line.reason === null ? null : (
        <p>
          {common.reason}: {line.reason}
        </p>
      )}
      <p className="quiet">
        <time dateTime={line.at}>{formatInstant(line.at)}</time> · {line.actorName}
      </p>
    </li>
  );
}

function Journal({ documentId }: { documentId: string }): ReactElement {
  const { documentPage, common } = useText();
  const lines = usePages<JournalLine>('/journal', { subjectType: 'document', subjectId: documentId });
  const items = itemsOf(lines.data);
  return (
    <section>
      <h2>{documentPage.journal}</h2>
      {lines.isPending ? <Waiting rows={3} /> : null}
      {lines.error === null ? null : <ProblemNotice error={lines.error} retry={() => void lines.refetch()} />}
      {lines.isSuccess && items.length === 0 ? <p className="quiet">{documentPage.noJournal}</p> : null}
      <ul className="line-list">
        {items.map((line) => (
          <JournalRow key={line.seq} line={line} />
        ))}
      </ul>
      {lines.hasNextPage ? (
        <Button loading={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
          {common.more}
        </Button>
      ) : null}
    </section>
  );
}

export function HistoryTab({ page, version }: { page: DocumentPage; version: VersionDetail }): ReactElement {
  const text = useText();
  const { documentPage } = text;
  const seesJournal = useOpens('journal');
  const seesHistory = useOpens('history');
  return (
    <div className="tab-body">
      <section>
        <h2>{documentPage.versions}</h2>
        <ul className="line-list">
          {page.versions.map((line) => (
            <VersionRow key={line.versionId} line={line} documentId={page.document.id} shown={version} />
          ))}
        </ul>
      </section>
      <section>
        <PrintMenu forms={sheetsOf(page, version, text).slice(0, seesHistory ? 2 : 1)} />
      </section>
      {seesHistory ? <Amendments documentId={page.document.id} /> : null}
      {seesJournal ? <Journal documentId={page.document.id} /> : null}
    </div>
  );
}
