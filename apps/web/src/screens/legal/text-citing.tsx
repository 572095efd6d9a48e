import { Segmented } from 'antd';
import { type ReactElement, useState } from 'react';
import { withQuery } from '~/api/client';
import { usePages } from '~/api/page';
import { type CitingLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useMe, useOpens } from '~/session/me';
import { DownloadButton } from '~/ui/download';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';

function columnsOf({ legal, register }: Dictionary, ownAgencyId: string): Column<CitingLine>[] {
  return [
    {
      key: 'document',
      title: register.document,
      main: true,
      cell: (line) => {
        if (line.title === '') return <span className="quiet">{register.restricted}</span>;
        const name = `${line.code} ${line.title}`.trim();
        return line.agencyId === ownAgencyId ? (
          <RowLink href={`/documents/${line.documentId}`}>{name}</RowLink>
        ) : (
          name
        );
      },
    },
    { key: 'cites', title: register.cites, narrow: true, cell: (line) => line.cites },
    { key: 'agency', title: legal.agency, cell: (line) => line.agencyName },
  ];
}

/** "Văn bản này được viện dẫn ở đâu": the own agency; for the province all of its agencies. */
export function TextCiting({ textId }: { textId: string }): ReactElement {
  const text = useText();
  const { register, legal } = text;
  const me = useMe();
  const mayWiden = useOpens('provinceCitations');
  const [scope, setScope] = useState<'agency' | 'province'>(mayWiden ? 'province' : 'agency');
  const path = `/legal-texts/${textId}/citing-documents`;
  const lines = usePages<CitingLine>(path, { scope });
  return (
    <section className="panel">
      <div className="list-tools">
        <h2>{register.citingTitle}</h2>
        {mayWiden ? (
          <Segmented<'agency' | 'province'>
            value={scope}
            options={[
              { value: 'agency', label: register.ownAgency },
              { value: 'province', label: register.wholeProvince },
            ]}
            onChange={setScope}
          />
        ) : null}
        <DownloadButton
          path={withQuery(`${path}.xlsx`, { scope })}
          name="vien-dan.xlsx"
          label={register.download}
        />
      </div>
      <PagedTable
        query={lines}
        label={register.citingTitle}
        columns={columnsOf(text, me.agency.id)}
        rowKey={(line) => `${line.agencyId} ${line.documentId}`}
        empty={<EmptyState title={legal.notCited} />}
      />
    </section>
  );
}
