import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { usePages } from '~/api/page';
import { type OfferingLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { formatInstant } from '~/ui/dates';
import { DownloadButton } from '~/ui/download';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { RowLink } from '~/ui/row-link';
import { AdoptionHead } from './adoption-head';
import { OfferDialog } from './offer-dialog';

function columnsOf({ adoption, documents }: Dictionary): Column<OfferingLine>[] {
  return [
    {
      key: 'code',
      title: documents.code,
      narrow: true,
      cell: (line) => <span className="code-cell">{line.code}</span>,
    },
    {
      key: 'title',
      title: documents.name,
      main: true,
      cell: (line) => (
        <RowLink href={`/offerings/${line.id}`} className="row-title">
          {line.title}
        </RowLink>
      ),
    },
    { key: 'series', title: documents.series, cell: (line) => line.series },
    { key: 'audience', title: adoption.audience, cell: (line) => adoption.audiences[line.audience] },
    {
      key: 'at',
      title: adoption.offeredAt,
      narrow: true,
      cell: (line) => formatInstant(line.offeredAt),
    },
    { key: 'by', title: adoption.offeredBy, cell: (line) => line.offeredByName },
    { key: 'state', title: adoption.status, cell: (line) => adoption.offeringStates[line.state] },
  ];
}

/** Công bố dùng chung: what this agency lays before others. */
export function OfferingsScreen(): ReactElement {
  const text = useText();
  const mayOffer = useOpens('offer');
  const [offering, setOffering] = useState(false);
  const lines = usePages<OfferingLine>('/offerings');
  return (
    <>
      <AdoptionHead
        actions={
          mayOffer ? (
            <Button type="primary" onClick={() => setOffering(true)}>
              {text.adoption.offer}
            </Button>
          ) : undefined
        }
      />
      <section className="panel">
        <div className="list-tools">
          <DownloadButton path="/offerings.xlsx" name="cong-bo-dung-chung.xlsx" label={text.forms.sheet} />
        </div>
        <PagedTable
          query={lines}
          label={text.adoption.offeringsTitle}
          columns={columnsOf(text)}
          rowKey={(line) => line.id}
          rowLink={(line) => `/offerings/${line.id}`}
          empty={<EmptyState title={text.adoption.offeringsEmpty} steps={text.adoption.offeringsSteps} />}
        />
      </section>
      <OfferDialog open={offering} close={() => setOffering(false)} />
    </>
  );
}
