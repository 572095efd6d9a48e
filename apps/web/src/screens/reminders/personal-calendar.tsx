import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type CalendarFeedOpened, type CalendarFeedView } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { formatInstant } from '~/ui/dates';
import { ProblemNotice } from '~/ui/problem-notice';
import { QueryView } from '~/ui/query-view';
import { say } from '~/ui/toast';

const KEY = '/me/calendar';

/** The secret address of one's own calendar. */
export function PersonalCalendar(): ReactElement {
  const { reminders, common } = useText();
  const [url, setUrl] = useState<string | null>(null);
  const feed = useQuery({
    queryKey: [KEY],
    queryFn: ({ signal }) => api.get<CalendarFeedView>(KEY, signal),
  });
  const renew = useAction<null, CalendarFeedOpened>(() => api.post(KEY), {
    stale: [KEY],
    done: (opened) => setUrl(opened.url),
  });
  const end = useAction<null, unknown>(() => api.delete(KEY), {
    stale: [KEY],
    done: () => {
      setUrl(null);
      say(reminders.calendarEnded);
    },
  });
  const error = renew.error ?? end.error;
  return (
    <section className="panel panel-pad gap-below">
      <h2>{reminders.personal}</h2>
      <p className="quiet">{reminders.personalNote}</p>
      {error === null ? null : <ProblemNotice error={error} title={common.error.action} />}
      {url === null ? null : (
        <>
          <p>{reminders.once}</p>
          <Input
            readOnly
            value={url}
            aria-label={reminders.personal}
            onFocus={(event) => event.target.select()}
          />
        </>
      )}
      <QueryView query={feed}>
        {({ createdAt }) => (
          <>
            {createdAt === null ? null : <p>{reminders.openedOn(formatInstant(createdAt))}</p>}
            <div className="page-actions">
              <Button loading={renew.isPending} onClick={() => renew.mutate(null)}>
                {createdAt === null ? reminders.openCalendar : reminders.renewCalendar}
              </Button>
              {createdAt === null ? null : (
                <Button danger loading={end.isPending} onClick={() => end.mutate(null)}>
                  {reminders.endCalendar}
                </Button>
              )}
            </div>
          </>
        )}
      </QueryView>
    </section>
  );
}
