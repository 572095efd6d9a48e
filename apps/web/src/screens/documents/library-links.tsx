import { type ReactElement } from 'react';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { LinkButton } from '~/ui/link-button';

/** From what is in force to the work that keeps it so. */
export function LibraryLinks(): ReactElement {
  const { adoption, distribution, external, upkeep } = useText();
  const seesOffers = useOpens('offers');
  const seesReviews = useOpens('upkeep');
  const asksChange = useOpens('requestChange');
  const seesPaper = useOpens('distribution');
  const seesRecords = useOpens('records');
  return (
    <>
      {seesOffers ? (
        <>
          <LinkButton href="/adoptions">{adoption.title}</LinkButton>
          <LinkButton href="/document-health">{adoption.healthTitle}</LinkButton>
        </>
      ) : null}
      {seesReviews ? <LinkButton href="/periodic-reviews">{upkeep.reviews}</LinkButton> : null}
      {asksChange ? <LinkButton href="/change-requests">{upkeep.requests}</LinkButton> : null}
      {seesPaper ? <LinkButton href="/paper-copies">{distribution.register}</LinkButton> : null}
      <LinkButton href="/external-documents">{external.title}</LinkButton>
      {seesRecords ? <LinkButton href="/records">{upkeep.records}</LinkButton> : null}
    </>
  );
}
