import { type ReactElement } from 'react';
import { usePages } from '~/api/page';
import { type OutdatedCitation } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { formatDay } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { LegalHead } from './legal-head';
import { TextStatus } from './text-status';

function columnsOf({ register, legal }: Dictionary): Column<OutdatedCitation>[] {
  return [
    { key: 'status', title: legal.status, narrow: true, cell: (line) => <TextStatus status={line.status} /> },
    {
      key: 'document',
      title: register.document,
      main: true,
      cell: (line) => (
        <>
          <RowLink href={`/documents/${line.documentId}?version=${line.versionId}`}>
            {`${line.code} ${line.title}`.trim()}
          </RowLink>
          <p className="quiet">{line.unitName}</p>
        </>
      ),
    },
    {
      key: 'text',
      title: register.cites,
      cell: (line) => (
        <>
          <RowLink href={`/legal-texts/${line.textId}`}>{line.numberSymbol}</RowLink>
          <p className="quiet">{line.textTitle}</p>
          {line.appliesHere ? null : <p className="known known-not">{register.notHere}</p>}
        </>
      ),
    },
    { key: 'ends', title: register.endsOn, narrow: true, cell: (line) => formatDay(line.endsOn) },
    { key: 'by', title: register.endedBy, cell: (line) => line.endedBy ?? '' },
  ];
}

/** Documents in force that cite a text which has ended or is decided to end. */
export function OutdatedScreen(): ReactElement {
  const text = useText();
  const lines = usePages<OutdatedCitation>('/outdated-citations');
  return (
    <>
      <LegalHead />
      <section className="panel">
        <PagedTable
          query={lines}
          label={text.register.outdated}
          columns={columnsOf(text)}
          rowKey={(line) => `${line.documentId} ${line.textId}`}
          rowLink={(line) => `/documents/${line.documentId}?version=${line.versionId}`}
          empty={<EmptyState title={text.register.outdatedEmpty} steps={text.register.outdatedHint} />}
        />
      </section>
    </>
  );
}
