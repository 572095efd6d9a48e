import { type ReactElement } from 'react';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { LinkButton } from '~/ui/link-button';

/** From what is in force to the work that keeps it so. */
export function LibraryLinks(): ReactElement {
  const { upkeep } = useText();
  const seesReviews = useOpens('upkeep');
  const seesRecords = useOpens('records');
  return (
    <>
      {seesReviews ? <LinkButton href="/periodic-reviews">{upkeep.reviews}</LinkButton> : null}
      <LinkButton href="/change-requests">{upkeep.requests}</LinkButton>
      {seesRecords ? <LinkButton href="/records">{upkeep.records}</LinkButton> : null}
    </>
  );
}
