import { type ReactElement } from 'react';
import { usePages } from '~/api/page';
import { type ReviewSheetLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { formatInstant } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';

function columnsOf({ impact }: Dictionary): Column<ReviewSheetLine>[] {
  return [
    {
      key: 'at',
      title: impact.signedAt,
      main: true,
      cell: (line) => (
        <RowLink href={`/review-sheets/${line.id}`} className="row-title">
          {formatInstant(line.signedAt)}
        </RowLink>
      ),
    },
    {
      key: 'by',
      title: impact.signedBy,
      cell: (line) => `${line.signerName}, ${line.positionTitle}`,
    },
    { key: 'rows', title: impact.sheet, cell: (line) => impact.rowsCount(line.documents, line.mustRevise) },
  ];
}

export function ReviewSheets(): ReactElement {
  const text = useText();
  const lines = usePages<ReviewSheetLine>('/review-sheets');
  return (
    <PagedTable
      query={lines}
      label={text.impact.sheets}
      columns={columnsOf(text)}
      rowKey={(line) => line.id}
      rowLink={(line) => `/review-sheets/${line.id}`}
      empty={<EmptyState title={text.impact.sheetsEmpty} steps={text.impact.sheetsSteps} />}
    />
  );
}
