import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type OwnReadingView, type VersionDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { formatDay, formatInstant } from '~/ui/dates';
import { ProblemNotice } from '~/ui/problem-notice';
import { say } from '~/ui/toast';
import { TestDialog } from './test-dialog';

export function useOwnReading(versionId: string): UseQueryResult<OwnReadingView> {
  return useQuery({
    queryKey: ['/versions', versionId, 'reading'],
    queryFn: ({ signal }) => api.get<OwnReadingView>(`/versions/${versionId}/reading`, signal),
  });
}

/** Said in the words that were confirmed, with the time. */
export function ownWords(
  own: OwnReadingView,
  words: { done: (at: string) => string; doneAtMeeting: (at: string) => string },
): string | null {
  if (own.acknowledgedAt === null) return null;
  const at = formatInstant(own.acknowledgedAt);
  return own.method === 'meeting' ? words.doneAtMeeting(at) : words.done(at);
}

function Confirm({ own, version }: { own: OwnReadingView; version: VersionDetail }): ReactElement {
  const { distribution, common } = useText();
  const [testing, setTesting] = useState(false);
  const confirm = useAction<string[], unknown>(
    (versionIds, key) => api.post('/acknowledgements', { body: { versionIds }, key }),
    { stale: ['/versions', '/readings', '/journal'], done: () => say(distribution.own.said) },
  );
  const testDue = own.hasTest && !own.testPassed;
  return (
    <>
      <p>{own.wording}</p>
      {testDue ? <p className="quiet">{distribution.own.testFirst}</p> : null}
      <div className="page-actions">
        {testDue ? (
          <Button type="primary" onClick={() => setTesting(true)}>
            {distribution.own.test}
          </Button>
        ) : (
          <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate([version.id])}>
            {distribution.own.confirm}
          </Button>
        )}
      </div>
      {confirm.error === null ? null : <ProblemNotice error={confirm.error} title={common.error.action} />}
      {testing ? <TestDialog versionId={version.id} close={() => setTesting(false)} /> : null}
    </>
  );
}

/** Above the pages: what the person is asked, so that nobody looks for it in a tab. */
export function ReadingBar({ version }: { version: VersionDetail }): ReactElement | null {
  const { distribution } = useText();
  const { data: own } = useOwnReading(version.id);
  if (own?.state !== 'open') return null;
  return (
    <Alert
      className="gap-below"
      type="info"
      showIcon
      title={distribution.own.ask(formatDay(own.dueOn))}
      description={<Confirm own={own} version={version} />}
    />
  );
}
