import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Checkbox, Segmented } from 'antd';
import { type ReactElement, useState } from 'react';
import { api, withQuery } from '~/api/client';
import { itemsOf, usePages } from '~/api/page';
import { type OfferLine, type Reception } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { ActionButton } from '~/ui/action-button';
import { formatDay } from '~/ui/dates';
import { DownloadButton } from '~/ui/download';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { ProblemNotice } from '~/ui/problem-notice';
import { RowLink } from '~/ui/row-link';
import { useGo } from '~/ui/use-go';
import { AdoptionHead } from './adoption-head';
import { HandleLocallyDialog } from './handle-locally-dialog';

type Scope = 'waiting' | 'applied';

interface Choice {
  chosen: readonly string[];
  toggle: (id: string) => void;
  handle: (offer: OfferLine) => void;
}

function decisionOf({ adoption }: Dictionary, number: string | null, day: string | null): string {
  return number === null ? adoption.none : adoption.decisionOf(number, formatDay(day));
}

function Standing({ offer }: { offer: OfferLine }): ReactElement {
  const { adoption } = useText();
  return (
    <>
      {adoption.states[offer.state]}
      {offer.isWithdrawn ? <span className="quiet"> · {adoption.ownerEnded}</span> : null}
      {offer.ownerLateOn === null ? null : (
        <span className="overdue"> · {adoption.ownerLate(formatDay(offer.ownerLateOn))}</span>
      )}
    </>
  );
}

function OfferTitle({ offer }: { offer: OfferLine }): ReactElement {
  const { adoption } = useText();
  const place = offer.localDocumentId;
  return (
    <>
      {place === null ? (
        <span className="row-title">{offer.title}</span>
      ) : (
        <RowLink
          href={`/documents/${place}${offer.localVersionId === null ? '' : `?version=${offer.localVersionId}`}`}
          className="row-title"
        >
          {offer.title}
        </RowLink>
      )}{' '}
      <a href={`/api/v1/offers/${offer.id}/rendition`} target="_blank" rel="noreferrer">
        {adoption.readPages}
      </a>
    </>
  );
}

function columnsOf(text: Dictionary, scope: Scope, choice: Choice): Column<OfferLine>[] {
  const { adoption, documents } = text;
  return [
    {
      key: 'code',
      title: documents.code,
      narrow: true,
      cell: (offer) =>
        offer.actions.receive.allowed ? (
          <Checkbox
            checked={choice.chosen.includes(offer.id)}
            onChange={() => choice.toggle(offer.id)}
            aria-label={adoption.choose(offer.code)}
          >
            {offer.code}
          </Checkbox>
        ) : (
          <span className="code-cell">{offer.code}</span>
        ),
    },
    { key: 'title', title: documents.name, main: true, cell: (offer) => <OfferTitle offer={offer} /> },
    { key: 'series', title: documents.series, cell: (offer) => offer.series },
    {
      key: 'edition',
      title: adoption.edition,
      narrow: true,
      cell: (offer) => `${offer.issue} / ${offer.revision}`,
    },
    {
      key: 'owner',
      title: adoption.owner,
      cell: (offer) => (
        <>
          {offer.ownerName}
          <br />
          <span className="quiet">{decisionOf(text, offer.ownerDecisionNumber, offer.ownerDecisionOn)}</span>
        </>
      ),
    },
    scope === 'waiting'
      ? { key: 'change', title: adoption.change, cell: (offer) => offer.changeNote ?? '—' }
      : {
          key: 'decision',
          title: adoption.decision,
          cell: (offer) => decisionOf(text, offer.decisionNumber, offer.decisionOn),
        },
    { key: 'status', title: adoption.status, cell: (offer) => <Standing offer={offer} /> },
    ...(scope === 'applied'
      ? [
          {
            key: 'act',
            title: adoption.handleLocally,
            narrow: true,
            cell: (offer: OfferLine) => (
              <ActionButton
                action={offer.actions.handleLocally}
                label={adoption.handleLocally}
                onClick={() => choice.handle(offer)}
              />
            ),
          },
        ]
      : []),
  ];
}

function newDecision(versionIds: readonly string[]): string {
  return `/decisions/new?versions=${versionIds.join(',')}`;
}

interface ReceiveProps {
  offers: readonly OfferLine[];
  chosen: readonly string[];
  choose: (ids: readonly string[]) => void;
}

/** Receives what is chosen, then goes on to the one decision that issues all of it. */
function ReceiveTools({ offers, chosen, choose }: ReceiveProps): ReactElement {
  const { adoption, common } = useText();
  const go = useGo();
  const open = offers.filter((offer) => offer.actions.receive.allowed).map(({ id }) => id);
  const received = offers.flatMap(({ state, localVersionId }) =>
    state === 'received' && localVersionId !== null ? [localVersionId] : [],
  );
  const receive = useAction<readonly string[], Reception>(
    (offerIds, key) => api.post('/offers/reception', { body: { offerIds }, key }),
    {
      stale: ['/offers', '/documents', '/decisions', '/work-items'],
      done: ({ versionIds }) => go(newDecision(versionIds)),
    },
  );
  return (
    <>
      <p className="quiet panel-note">{adoption.receiveNote}</p>
      <div className="list-tools">
        {open.length === 0 ? null : (
          <>
            <Checkbox
              checked={open.every((id) => chosen.includes(id))}
              indeterminate={chosen.length > 0 && chosen.length < open.length}
              onChange={() => choose(chosen.length === open.length ? [] : open)}
            >
              {adoption.chooseAll}
            </Checkbox>
            <Button
              type="primary"
              disabled={chosen.length === 0}
              loading={receive.isPending}
              onClick={() => receive.mutate(chosen)}
            >
              {adoption.receive(chosen.length)}
            </Button>
          </>
        )}
        {received.length === 0 ? null : (
          <Button onClick={() => go(newDecision(received))}>{adoption.issueReceived(received.length)}</Button>
        )}
      </div>
      {receive.error === null ? null : <ProblemNotice error={receive.error} title={common.error.action} />}
    </>
  );
}

/** Tài liệu được giao áp dụng: what waits to be received, and what is applied here (OF-06, DI-14). */
export function AdoptionsScreen(): ReactElement {
  const text = useText();
  const { adoption } = text;
  const { scope = 'waiting', batch } = useSearch({ from: '/shell/adoptions' });
  const navigate = useNavigate();
  const mayAdopt = useOpens('adopt');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [local, setLocal] = useState<OfferLine | null>(null);
  const offers = usePages<OfferLine>('/offers', { scope, batchId: batch });
  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <>
      <AdoptionHead />
      <section className="panel">
        <div className="list-tools">
          <Segmented<Scope>
            aria-label={adoption.scope}
            value={scope}
            onChange={(next) => void navigate({ to: '/adoptions', search: { scope: next }, replace: true })}
            options={[
              { value: 'waiting', label: adoption.waiting },
              { value: 'applied', label: adoption.applied },
            ]}
          />
          <DownloadButton
            path={withQuery('/offers.xlsx', { scope, batchId: batch })}
            name="tai-lieu-dung-chung.xlsx"
            label={text.forms.sheet}
          />
        </div>
        {scope === 'waiting' && mayAdopt && itemsOf(offers.data).length > 0 ? (
          <ReceiveTools offers={itemsOf(offers.data)} chosen={chosen} choose={setChosen} />
        ) : null}
        <PagedTable
          query={offers}
          label={adoption.title}
          columns={columnsOf(text, scope, { chosen, toggle, handle: setLocal })}
          rowKey={(offer) => offer.id}
          empty={
            scope === 'waiting' ? (
              <EmptyState title={adoption.emptyWaiting} steps={adoption.emptyWaitingSteps} />
            ) : (
              <EmptyState title={adoption.emptyApplied} steps={adoption.emptyAppliedSteps} />
            )
          }
        />
      </section>
      <HandleLocallyDialog offer={local} close={() => setLocal(null)} />
    </>
  );
}
