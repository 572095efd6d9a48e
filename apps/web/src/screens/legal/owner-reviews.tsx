import { type ReactElement } from 'react';
import { usePages } from '~/api/page';
import { type OwnerReview } from '~/api/types';
import { useText } from '~/app/preferences';
import { formatDay } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';

/** Adopted documents make no work here: their owner is reviewing them (OF-06). */
export function OwnerReviews(): ReactElement {
  const { documents, impact, legal } = useText();
  const lines = usePages<OwnerReview>('/owner-reviews');
  const columns: Column<OwnerReview>[] = [
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
        <RowLink href={`/documents/${line.documentId}`} className="row-title">
          {line.title}
        </RowLink>
      ),
    },
    { key: 'owner', title: impact.owner, cell: (line) => line.ownerName },
    { key: 'changes', title: legal.change, cell: (line) => line.changes.join(', ') },
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
      label={impact.owners}
      columns={columns}
      rowKey={(line) => line.documentId}
      empty={<EmptyState title={impact.ownersEmpty} />}
    />
  );
}
