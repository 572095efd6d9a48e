import { useQuery } from '@tanstack/react-query';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type DuplicateList } from '~/api/types';
import { useText } from '~/app/preferences';
import { formatDay } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { PageHead } from '~/ui/page-head';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { DuplicateLines } from './duplicate-lines';
import './register.css';

export function DuplicatesScreen(): ReactElement {
  const { register } = useText();
  const pairs = useQuery({
    queryKey: ['/legal-texts', 'duplicates'],
    queryFn: ({ signal }) => api.get<DuplicateList>('/legal-texts/duplicates', signal),
  });
  return (
    <>
      <PageHead title={register.duplicates} note={register.duplicatesNote} />
      <QueryView query={pairs}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={register.noDuplicates} steps={register.noDuplicatesHint} />
          ) : (
            <div className="register-page">
              {items.map(({ own, duplicates }) => (
                <section key={own.id} className="panel panel-pad">
                  <h2>
                    <RowLink href={`/legal-texts/${own.id}`}>{own.numberSymbol}</RowLink>
                  </h2>
                  <p className="quiet">
                    {own.issuer} · {formatDay(own.issuedOn)} · {own.title}
                  </p>
                  <DuplicateLines ownId={own.id} duplicates={duplicates} mayMerge />
                </section>
              ))}
            </div>
          )
        }
      </QueryView>
    </>
  );
}
