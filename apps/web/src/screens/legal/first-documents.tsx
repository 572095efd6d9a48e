import { type ReactElement } from 'react';
import { type ChangeDetail, type ReachedDocument } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { type Column, ListTable } from '~/ui/list-table';
import { reasonLine } from './reasons';

function columnsOf(text: Dictionary): Column<ReachedDocument>[] {
  return [
    { key: 'agency', title: text.legal.agency, cell: (line) => line.agencyName },
    {
      key: 'document',
      title: text.impact.document,
      main: true,
      cell: (line) => (
        <>
          <span className="code-cell">{line.code}</span> {line.title}
        </>
      ),
    },
    {
      key: 'why',
      title: text.impact.why,
      cell: (line) => line.reasons.map((reason) => reasonLine(text, reason)).join('; '),
    },
  ];
}

/** What a confirmation would set in motion. */
export function FirstDocuments({ change }: { change: ChangeDetail }): ReactElement | null {
  const text = useText();
  const { firstDocuments, reach } = change;
  if (firstDocuments.length === 0) return null;
  return (
    <section className="panel">
      <h2 className="panel-title">{text.impact.firstDocuments}</h2>
      <ListTable
        label={text.impact.firstDocuments}
        columns={columnsOf(text)}
        rows={firstDocuments}
        rowKey={(line) => `${line.agencyName} ${line.code} ${line.title}`}
      />
      {reach === null ? null : (
        <p className="quiet panel-pad">
          {text.impact.firstDocumentsOf(firstDocuments.length, reach.documents)}
        </p>
      )}
    </section>
  );
}
