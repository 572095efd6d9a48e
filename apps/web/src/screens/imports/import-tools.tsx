import { Button, Input, Segmented, Space, Tooltip } from 'antd';
import { type ReactElement, useState } from 'react';
import { type ImportDetail, type ImportItemView } from '~/api/types';
import { useText } from '~/app/preferences';
import { UnitField } from '~/ui/fields';
import { type ItemFilter } from './queries';

export interface ManyChange {
  fields?: { series?: string; owningUnitId?: string | null };
  state?: 'open' | 'skipped';
}

interface ImportToolsProps {
  batch: ImportDetail;
  status: ItemFilter;
  onStatus: (status: ItemFilter) => void;
  chosen: readonly ImportItemView[];
  onMany: (change: ManyChange) => void;
  onInForce: () => void;
  onDrafts: () => void;
}

function countOf({ counts, total }: ImportDetail, filter: ItemFilter): number {
  if (filter === 'all') return total;
  return filter === 'problems' ? counts.blocked + counts.warned + counts.refused : counts[filter];
}

function Accepting({
  chosen,
  onInForce,
  onDrafts,
}: Pick<ImportToolsProps, 'chosen' | 'onInForce' | 'onDrafts'>): ReactElement {
  const words = useText().imports;
  const ready = chosen.length > 0 && chosen.every(({ status }) => status === 'clean' || status === 'warned');
  const drafts =
    chosen.length > 0 &&
    chosen.every(
      ({ status, earlier }) => ['clean', 'warned', 'blocked'].includes(status) && earlier === null,
    );
  return (
    <Space wrap>
      <Tooltip title={ready ? undefined : words.notReady}>
        <Button type="primary" disabled={!ready} onClick={onInForce}>
          {words.acceptInForce}
        </Button>
      </Tooltip>
      <Button disabled={!drafts} onClick={onDrafts}>
        {words.acceptDrafts}
      </Button>
    </Space>
  );
}

/** Filters, what is chosen, and what may be done to all of it at once (R14). */
export function ImportTools(props: ImportToolsProps): ReactElement {
  const { batch, status, onStatus, chosen, onMany } = props;
  const words = useText().imports;
  const [series, setSeries] = useState('');
  const options = (['all', 'problems', 'clean', 'accepted', 'skipped'] as const).map((value) => ({
    value,
    label: `${words.filters[value]} (${String(countOf(batch, value))})`,
  }));
  return (
    <div className="list-tools">
      <Segmented<ItemFilter> aria-label={words.status} value={status} onChange={onStatus} options={options} />
      {chosen.length === 0 ? null : (
        <Space wrap>
          <strong>{words.selected(chosen.length)}</strong>
          <Space.Compact>
            <Input
              aria-label={words.setSeries}
              placeholder={words.setSeries}
              value={series}
              onChange={(event) => setSeries(event.target.value)}
            />
            <Button
              disabled={series.trim() === ''}
              onClick={() => onMany({ fields: { series: series.trim() } })}
            >
              {words.setSeries}
            </Button>
          </Space.Compact>
          <div className="tool-unit">
            <UnitField
              placeholder={words.setUnit}
              onChange={(owningUnitId) => onMany({ fields: { owningUnitId } })}
            />
          </div>
          <Button onClick={() => onMany({ state: status === 'skipped' ? 'open' : 'skipped' })}>
            {status === 'skipped' ? words.takeBack : words.skip}
          </Button>
        </Space>
      )}
      <Accepting {...props} />
    </div>
  );
}
