import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Alert } from 'antd';
import { type ReactElement } from 'react';
import { api, withQuery } from '~/api/client';
import { type LegalTextDetail } from '~/api/types';
import { useText } from '~/app/preferences';
import { formatDay } from '~/ui/dates';
import { Facts } from '~/ui/facts';
import { LinkButton } from '~/ui/link-button';
import { usePageTitle } from '~/ui/page-head';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { Chip, type Tone } from '~/ui/state-chip';
import { DuplicateLines } from './duplicate-lines';
import { StatusDay } from './status-day';
import { TextActs } from './text-acts';
import { TextCiting } from './text-citing';
import { TextFile } from './text-file';
import { Articles, Relations } from './text-relations';
import { TextStatus } from './text-status';
import './register.css';

const STATE_TONES: Record<LegalTextDetail['state'], Tone> = {
  recorded: 'amber',
  confirmed: 'green',
  withdrawn: 'grey',
  merged: 'grey',
};

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

function Particulars({ text }: { text: LegalTextDetail }): ReactElement {
  const { legal, register } = useText();
  const places = text.territory.map(({ name }) => name).join(', ');
  return (
    <section className="panel panel-pad">
      <Facts
        facts={[
          [legal.issuer, text.issuer],
          [legal.issuedOn, formatDay(text.issuedOn)],
          [legal.effectiveOn, formatDay(text.effectiveOn)],
          [register.endsOn, formatDay(text.endsOn)],
          text.field === null ? null : [register.field, text.field],
          [
            register.territory,
            [places, text.territoryNote].filter(Boolean).join('. ') || register.everywhere,
          ],
          [legal.steward, text.stewardName],
          text.sourceUrl === null
            ? null
            : [
                register.source,
                <a key="source" href={text.sourceUrl} target="_blank" rel="noopener noreferrer">
                  {register.openSource}
                </a>,
              ],
        ]}
      />
      {text.abstract === null ? null : (
        <>
          <h3>{register.abstract}</h3>
          <p className="prose">{text.abstract}</p>
        </>
      )}
      <TextFile text={text} />
      <Aliases text={text} />
    </section>
  );
}

function Closed({ text }: { text: LegalTextDetail }): ReactElement | null {
  const { register } = useText();
  if (text.state === 'recorded' || text.state === 'confirmed') return null;
  const into =
    text.mergedIntoId === null ? null : (
      <>
        {register.mergedInto}{' '}
        <RowLink href={`/legal-texts/${text.mergedIntoId}`}>{text.mergedInto ?? ''}</RowLink>
      </>
    );
  return (
    <Alert
      type="warning"
      showIcon
      title={into ?? register.states[text.state]}
      description={register.closedBecause(text.closedReason ?? '')}
    />
  );
}

function Band({ text }: { text: LegalTextDetail }): ReactElement {
  const { legal, register } = useText();
  const navigate = useNavigate();
  const { on } = useSearch({ from: '/shell/legal-texts/$textId' });
  return (
    <header className="band">
      <div className="band-line">
        <div className="band-name">
          <p className="band-code">
            <TextStatus status={text.status} />
            {text.amended ? <Chip tone="amber">{register.amended}</Chip> : null}
            {text.appliesHere ? null : <Chip tone="amber">{register.notHere}</Chip>}
            <strong>{text.numberSymbol}</strong>
            <span>{text.kind}</span>
            <Chip tone={STATE_TONES[text.state]}>{register.states[text.state]}</Chip>
          </p>
          <h1>{text.title}</h1>
          <StatusDay
            on={on}
            onChange={(next) =>
              void navigate({
                to: '/legal-texts/$textId',
                params: { textId: text.id },
                search: next === undefined ? {} : { on: next },
                replace: true,
              })
            }
          />
        </div>
        {text.changeId === null ? null : (
          <LinkButton primary href={`/legal-changes/${text.changeId}`}>
            {legal.openChange}
          </LinkButton>
        )}
      </div>
      <TextActs text={text} />
    </header>
  );
}

function TextBody({ text }: { text: LegalTextDetail }): ReactElement {
  const { register } = useText();
  usePageTitle(text.numberSymbol);
  return (
    <div className="register-page">
      <Band text={text} />
      <Closed text={text} />
      {text.duplicates.length === 0 ? null : (
        <section className="panel panel-pad">
          <h2>{register.duplicates}</h2>
          <p className="quiet">{register.duplicatesNote}</p>
          <DuplicateLines
            ownId={text.id}
            duplicates={text.duplicates}
            mayMerge={text.actions.merge.allowed}
          />
        </section>
      )}
      <div className="columns">
        <Particulars text={text} />
        <Relations text={text} />
        <Articles text={text} />
      </div>
      <TextCiting textId={text.id} />
    </div>
  );
}

export function TextScreen(): ReactElement {
  const { textId } = useParams({ from: '/shell/legal-texts/$textId' });
  const { on } = useSearch({ from: '/shell/legal-texts/$textId' });
  const text = useQuery({
    queryKey: ['/legal-texts', textId, on ?? ''],
    queryFn: ({ signal }) => api.get<LegalTextDetail>(withQuery(`/legal-texts/${textId}`, { on }), signal),
    placeholderData: (before) => (before?.id === textId ? before : undefined),
  });
  return <QueryView query={text}>{(found) => <TextBody text={found} />}</QueryView>;
}
