import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type ReviewView, type VersionDetail } from '~/api/types';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { formatDay, formatInstant } from '~/ui/dates';
import { AskDialog } from './ask-dialog';
import { PeriodicReviewDialog } from './review-dialog';

function LastReviews({ documentId }: { documentId: string }): ReactElement | null {
  const { upkeep } = useText();
  const reviews = useQuery({
    queryKey: ['/documents', documentId, 'reviews'],
    queryFn: ({ signal }) => api.get<ReviewView[]>(`/documents/${documentId}/reviews`, signal),
  });
  const [last] = reviews.data ?? [];
  if (last === undefined) return null;
  return (
    <p>
      {upkeep.outcomes[last.outcome]}, {last.reviewerName} ({last.positionTitle}),{' '}
      {formatInstant(last.reviewedAt)}. {upkeep.next}: {formatDay(last.nextDueOn)}.
    </p>
  );
}

/** What a reader and the officers do about a document in force between two issues. */
export function DocumentUpkeep({ version }: { version: VersionDetail }): ReactElement | null {
  const { upkeep } = useText();
  const seesReviews = useOpens('upkeep');
  const mayReview = useOpens('reviewPeriodically');
  const mayAsk = useOpens('requestChange');
  const [dialog, setDialog] = useState<'review' | 'ask' | null>(null);
  const close = (): void => setDialog(null);
  if (version.state !== 'effective') return null;
  const name = `${version.code} ${version.title}`;
  return (
    <section>
      <h2>{upkeep.reviews}</h2>
      {seesReviews ? <LastReviews documentId={version.documentId} /> : null}
      <div className="page-actions">
        {mayAsk ? <Button onClick={() => setDialog('ask')}>{upkeep.askChange}</Button> : null}
        {mayReview ? <Button onClick={() => setDialog('review')}>{upkeep.reviews}</Button> : null}
      </div>
      {dialog === 'review' ? (
        <PeriodicReviewDialog documentId={version.documentId} name={name} close={close} />
      ) : null}
      {dialog === 'ask' ? <AskDialog document={{ id: version.documentId, name }} close={close} /> : null}
    </section>
  );
}
