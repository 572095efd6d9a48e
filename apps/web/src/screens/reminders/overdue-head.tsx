import { type ReactElement, type ReactNode } from 'react';
import { useText } from '~/app/preferences';
import { PageHead, TabLinks } from '~/ui/page-head';

/** The lists of what is late, beside each other. */
export function OverdueHead({
  title,
  note,
  actions,
}: {
  title: string;
  note?: string;
  actions?: ReactNode;
}): ReactElement {
  const { reminders } = useText();
  return (
    <PageHead title={title} note={note} actions={actions}>
      <TabLinks
        label={reminders.overdue}
        tabs={[
          { to: '/work', label: reminders.ownWork },
          { to: '/overdue-work', label: reminders.overdue },
          { to: '/urgings', label: reminders.urgings },
          { to: '/escalations', label: reminders.escalations },
        ]}
      />
    </PageHead>
  );
}
