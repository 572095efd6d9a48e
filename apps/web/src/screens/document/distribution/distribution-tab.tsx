import { useQuery } from '@tanstack/react-query';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type DistributionView, type VersionDetail } from '~/api/types';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { formatInstant } from '~/ui/dates';
import { QueryView } from '~/ui/query-view';
import { ListSection } from './list-section';
import { LogSection } from './log-section';
import { MeetingSection } from './meeting-section';
import { ownWords, useOwnReading } from './own-reading';
import { PaperSection } from './paper-section';
import { ProgressSection } from './progress-section';
import { ClassificationSection, TestSection } from './settings-sections';

/** Nobody is asked to read these any more. */
const ENDED: ReadonlySet<string> = new Set(['superseded', 'withdrawn']);

function Own({ versionId }: { versionId: string }): ReactElement | null {
  const { distribution } = useText();
  const { data: own } = useOwnReading(versionId);
  if (own === undefined) return null;
  const words = ownWords(own, distribution.own);
  if (words !== null) return <p>{words}</p>;
  if (own.state === 'cancelled')
    return (
      <p className="quiet">
        {distribution.own.calledOff} {own.closeReason}
      </p>
    );
  return own.asked ? null : <p className="quiet">{distribution.own.notAsked}</p>;
}

function Everybody({ version }: { version: VersionDetail }): ReactElement {
  const { distribution } = useText();
  const seesLog = useOpens('accessLog');
  const keepsPaper = useOpens('keepPaper');
  const distributes = useOpens('distribute');
  const list = useQuery({
    queryKey: ['/versions', version.id, 'distribution'],
    queryFn: ({ signal }) => api.get<DistributionView>(`/versions/${version.id}/distribution`, signal),
  });
  return (
    <>
      <QueryView query={list}>
        {(shown) => (
          <>
            <ListSection list={shown} version={version} />
            {shown.state === 'draft' ? null : <ProgressSection list={shown} versionId={version.id} />}
            {shown.rendition === null ? null : (
              <p className="quiet">
                {distribution.rendition(shown.rendition.format, formatInstant(shown.rendition.checkedAt))}{' '}
                {shown.rendition.problem === null ? '' : distribution.renditionDamaged}
              </p>
            )}
            {shown.total === 0 ? null : <MeetingSection versionId={version.id} mayRecord={distributes} />}
          </>
        )}
      </QueryView>
      {distributes && !ENDED.has(version.state) ? <TestSection version={version} /> : null}
      <PaperSection version={version} mayKeep={keepsPaper} />
      {distributes ? <ClassificationSection documentId={version.documentId} /> : null}
      {seesLog ? <LogSection versionId={version.id} /> : null}
    </>
  );
}

/** Who receives the version, who has read it, where its copies are. */
export function DistributionTab({ version }: { version: VersionDetail }): ReactElement {
  const seesAll = useOpens('distribution');
  return (
    <div className="tab-body">
      <Own versionId={version.id} />
      {seesAll ? <Everybody version={version} /> : null}
    </div>
  );
}
