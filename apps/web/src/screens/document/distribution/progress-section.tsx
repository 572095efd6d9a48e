import { Progress } from 'antd';
import { type ReactElement } from 'react';
import { type DistributionView } from '~/api/types';
import { useText } from '~/app/preferences';
import { DownloadButton } from '~/ui/download';

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 100) / whole);
}

/** "47/52 đã đọc", by unit, with the missing names; meetings apart from own confirmations (DI-09, OF-09). */
export function ProgressSection({
  list,
  versionId,
}: {
  list: DistributionView;
  versionId: string;
}): ReactElement {
  const { distribution, forms } = useText();
  return (
    <section>
      <h2>{distribution.progress}</h2>
      {list.total === 0 ? (
        <p className="quiet">{distribution.nobodyAsked}</p>
      ) : (
        <p>
          <strong>{distribution.read(list.informed, list.total)}</strong>
        </p>
      )}
      <ul className="line-list">
        {list.units.map((unit) => (
          <li key={unit.unitName ?? ''}>
            <p>
              {unit.unitName ?? distribution.noUnit}:{' '}
              {distribution.read(unit.self + unit.meeting, unit.total)}
            </p>
            <Progress
              percent={share(unit.self + unit.meeting, unit.total)}
              success={{ percent: share(unit.self, unit.total) }}
              size="small"
              aria-label={unit.unitName ?? distribution.noUnit}
            />
            <p className="quiet">{distribution.split(unit.self, unit.meeting)}</p>
            {unit.missing.length === 0 ? null : <p>{distribution.missing(unit.missing.join(', '))}</p>}
          </li>
        ))}
      </ul>
      {list.total === 0 ? null : (
        <DownloadButton
          path={`/versions/${versionId}/readers.xlsx`}
          name="danh-sach-doc.xlsx"
          label={forms.sheet}
        />
      )}
    </section>
  );
}
