import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type DeadlineRuleFields, type PreviewedDeadline } from '~/api/types';
import { useText } from '~/app/preferences';
import { formatDay } from '~/ui/dates';
import { DayField } from '~/ui/fields';

/** The deadline that a change confirmed today would get by these fields. */
export function DeadlinePreview({ rule }: { rule: Partial<DeadlineRuleFields> | undefined }): ReactElement {
  const { deadlines } = useText();
  const [commencesOn, setCommencesOn] = useState<string | null>(null);
  const { workingDays, leastWorkingDays, beforeCommencement = false } = rule ?? {};
  const asked = { workingDays, leastWorkingDays, beforeCommencement, commencesOn };
  const preview = useQuery({
    queryKey: ['/deadline-rules', 'preview', asked],
    queryFn: () => api.post<PreviewedDeadline>('/deadline-rules/preview', { body: asked }),
    enabled: typeof workingDays === 'number' && typeof leastWorkingDays === 'number',
  });
  return (
    <fieldset className="deadline-preview">
      <legend>{deadlines.preview}</legend>
      <label>
        {deadlines.commencesOn}{' '}
        <DayField value={commencesOn} onChange={(day) => setCommencesOn(day ?? null)} />
      </label>
      <p aria-live="polite">
        {deadlines.wouldBe}: <strong>{formatDay(preview.data?.deadlineOn ?? null)}</strong>
      </p>
    </fieldset>
  );
}
