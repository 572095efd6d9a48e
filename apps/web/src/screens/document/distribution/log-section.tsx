import { Button } from 'antd';
import { type ReactElement } from 'react';
import { itemsOf, usePages } from '~/api/page';
import { type AccessLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { formatInstant } from '~/ui/dates';
import { DownloadButton } from '~/ui/download';

/** Who printed, downloaded or was refused this version (DI-11, DI-16). */
export function LogSection({ versionId }: { versionId: string }): ReactElement {
  const { distribution, common } = useText();
  const log = usePages<AccessLine>('/access-log', { versionId });
  const lines = itemsOf(log.data);
  return (
    <section>
      <h2>{distribution.log}</h2>
      {log.isSuccess && lines.length === 0 ? <p className="quiet">{distribution.noLog}</p> : null}
      <ul className="line-list">
        {lines.map((line) => (
          <li key={line.id}>
            <p>
              {distribution.traces[line.action]}
              {line.copyNumber === null ? '' : `: ${distribution.paper(line.copyNumber)}`}
            </p>
            <p className="quiet">
              {line.personName}, <time dateTime={line.at}>{formatInstant(line.at)}</time>
            </p>
          </li>
        ))}
      </ul>
      <div className="page-actions">
        {log.hasNextPage ? (
          <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {common.more}
          </Button>
        ) : null}
        {lines.length === 0 ? null : (
          <DownloadButton
            path={`/access-log.xlsx?versionId=${versionId}`}
            name="nhat-ky-in-tai.xlsx"
            label={distribution.xlsx}
          />
        )}
      </div>
    </section>
  );
}
