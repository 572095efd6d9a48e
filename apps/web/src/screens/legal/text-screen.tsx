import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type LegalTextDetail } from '~/api/types';
import { useText } from '~/app/preferences';
import { formatDay } from '~/ui/dates';
import { Facts } from '~/ui/facts';
import { LinkButton } from '~/ui/link-button';
import { usePageTitle } from '~/ui/page-head';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { Chip } from '~/ui/state-chip';
import { TextStatus } from './text-status';

function Relations({ text }: { text: LegalTextDetail }): ReactElement {
  const { legal } = useText();
  return (
    <section className="panel panel-pad">
      <h2>{legal.relations}</h2>
      {text.relations.length === 0 ? <p className="quiet">{legal.noRelations}</p> : null}
      <ul className="line-list">
        {text.relations.map((relation) => (
          <li key={`${relation.kind}-${relation.direction}-${relation.textId}`}>
            <p>
              {relation.direction === 'to'
                ? legal.relationKinds[relation.kind]
                : legal.relationFrom[relation.kind]}
              {relation.partly ? ` (${legal.partly.toLowerCase()})` : ''}:{' '}
              <RowLink href={`/legal-texts/${relation.textId}`}>{relation.numberSymbol}</RowLink>
            </p>
            <p className="quiet">
              {relation.title}
              {relation.note === null ? '' : ` · ${relation.note}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function CitedBy({ text }: { text: LegalTextDetail }): ReactElement {
  const { legal } = useText();
  return (
    <section className="panel panel-pad">
      <h2>
        {legal.citedBy} ({text.citedBy})
      </h2>
      {text.citedByDocuments.length === 0 ? <p className="quiet">{legal.notCited}</p> : null}
      <ul className="line-list">
        {text.citedByDocuments.map((document) => (
          <li key={document.documentId}>
            <RowLink href={`/documents/${document.documentId}`}>
              {document.code} {document.title}
            </RowLink>
            <p className="quiet">{document.agencyName}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Aliases({ text }: { text: LegalTextDetail }): ReactElement {
  const { legal } = useText();
  return (
    <>
      <h3>{legal.aliases}</h3>
      {text.aliases.length === 0 ? <p className="quiet">{legal.noAliases}</p> : null}
      <ul className="bases">
        {text.aliases.map((alias) => (
          <li key={`${alias.name}-${alias.year ?? ''}`}>
            {alias.name} {alias.year ?? ''}
          </li>
        ))}
      </ul>
    </>
  );
}

function TextBody({ text }: { text: LegalTextDetail }): ReactElement {
  const { legal } = useText();
  usePageTitle(text.numberSymbol);
  return (
    <>
      <header className="band">
        <div className="band-line">
          <div className="band-name">
            <p className="band-code">
              <TextStatus status={text.status} />
              <strong>{text.numberSymbol}</strong>
              <span>{text.kind}</span>
              <Chip tone={text.confirmed ? 'green' : 'amber'}>
                {text.confirmed ? legal.confirmed : legal.unconfirmed}
              </Chip>
            </p>
            <h1>{text.title}</h1>
          </div>
          {text.changeId === null ? null : (
            <LinkButton primary href={`/legal-changes/${text.changeId}`}>
              {legal.openChange}
            </LinkButton>
          )}
        </div>
      </header>
      <div className="columns">
        <section className="panel panel-pad">
          <Facts
            facts={[
              [legal.issuer, text.issuer],
              [legal.issuedOn, formatDay(text.issuedOn)],
              [legal.effectiveOn, formatDay(text.effectiveOn)],
              [legal.steward, text.stewardName],
            ]}
          />
          <Aliases text={text} />
        </section>
        <Relations text={text} />
        <CitedBy text={text} />
      </div>
    </>
  );
}

export function TextScreen(): ReactElement {
  const { textId } = useParams({ from: '/shell/legal-texts/$textId' });
  const text = useQuery({
    queryKey: ['/legal-texts', textId],
    queryFn: ({ signal }) => api.get<LegalTextDetail>(`/legal-texts/${textId}`, signal),
  });
  return <QueryView query={text}>{(found) => <TextBody text={found} />}</QueryView>;
}
