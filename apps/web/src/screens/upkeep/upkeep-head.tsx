import { type ReactElement, type ReactNode } from 'react';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { PageHead, TabLinks } from '~/ui/page-head';

export function UpkeepHead({ actions }: { actions?: ReactNode }): ReactElement {
  const { upkeep } = useText();
  const seesReviews = useOpens('upkeep');
  const seesRecords = useOpens('records');
  return (
    <PageHead title={upkeep.title} actions={actions}>
      <TabLinks
        label={upkeep.tabs}
        tabs={[
          ...(seesReviews ? [{ to: '/periodic-reviews', label: upkeep.reviews }] : []),
          { to: '/change-requests', label: upkeep.requests },
          ...(seesRecords
            ? [
                { to: '/record-types', label: upkeep.recordTypes },
                { to: '/records', label: upkeep.records },
                { to: '/disposals', label: upkeep.disposals },
              ]
            : []),
        ]}
      />
    </PageHead>
  );
}
