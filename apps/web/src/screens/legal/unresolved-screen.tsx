import { type ReactElement } from 'react';
import { usePages } from '~/api/page';
import { type UnresolvedCitation } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatDay } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { CitationChoice } from './citation-choice';
import { LegalHead } from './legal-head';

function columnsOf({ register }: Dictionary, mayLink: boolean): Column<UnresolvedCitation>[] {
  return [
    {
      key: 'cites',
      title: register.cites,
      main: true,
      cell: (line) => (
        <>
          <strong>{line.words}</strong>
          <p className="quiet">
            {[line.issuer, line.issuedOn === null ? null : formatDay(line.issuedOn), line.year]
              .filter((part) => part !== null)
              .join(' · ')}
          </p>
        </>
      ),
    },
    {
      key: 'document',
      title: register.document,
      cell: (line) => (
        <>
          <RowLink href={`/documents/${line.documentId}`}>{`${line.code} ${line.title}`.trim()}</RowLink>
          {line.documents > 1 ? <p className="quiet">{register.documentsCount(line.documents)}</p> : null}
        </>
      ),
    },
    {
      key: 'proposals',
      title: register.proposals,
      cell: (line) =>
        mayLink ? <CitationChoice cited={line} proposals={line.proposals} /> : register.noProposals,
    },
  ];
}

/** "Viện dẫn chưa khớp" over the agency. */
export function UnresolvedScreen(): ReactElement {
  const text = useText();
  const mayLink = useOpens('linkCitations');
  const lines = usePages<UnresolvedCitation>('/unresolved-citations');
  return (
    <>
      <LegalHead />
      <section className="panel">
        <PagedTable
          query={lines}
          label={text.register.unresolved}
          columns={columnsOf(text, mayLink)}
          rowKey={(line) => [line.kind, line.words, line.issuer, line.issuedOn, line.year].join('|')}
          empty={<EmptyState title={text.register.unresolvedEmpty} steps={text.register.unresolvedHint} />}
        />
      </section>
    </>
  );
}
