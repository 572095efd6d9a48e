import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Checkbox, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { api, withQuery } from '~/api/client';
import { itemsOf, usePages } from '~/api/page';
import { type OverdueUnitLine, type OverdueWorkLine, type UrgingMade, type UrgingRequest } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { formatDay } from '~/ui/dates';
import { DownloadButton, fetchFile } from '~/ui/download';
import { EmptyState } from '~/ui/empty';
import { type Column, PagedTable } from '~/ui/list-table';
import { ProblemNotice } from '~/ui/problem-notice';
import { RowLink } from '~/ui/row-link';
import { SearchField } from '~/ui/search-field';
import { say } from '~/ui/toast';
import { OverdueHead } from './overdue-head';

interface Chosen {
  has: (id: string) => boolean;
  toggle: (id: string) => void;
}

function columnsOf({ reminders, work }: Dictionary, chosen: Chosen): Column<OverdueWorkLine>[] {
  return [
    {
      key: 'task',
      title: reminders.task,
      main: true,
      cell: (line) => (
        <>
          <Checkbox
            checked={chosen.has(line.id)}
            onChange={() => chosen.toggle(line.id)}
            aria-label={reminders.choose(line.title)}
          />{' '}
          <RowLink href={line.link}>{line.title}</RowLink>
          <span className="row-note">
            {work.kinds[line.kind]}
            {line.urgedOn === null ? '' : ` · ${reminders.urgedOn(formatDay(line.urgedOn), line.urgedCount)}`}
          </span>
        </>
      ),
    },
    { key: 'unit', title: reminders.unit, cell: (line) => line.unitName ?? reminders.noUnit },
    { key: 'person', title: reminders.person, cell: (line) => line.personName ?? '—' },
    { key: 'due', title: reminders.due, narrow: true, cell: (line) => formatDay(line.dueOn) },
    {
      key: 'late',
      title: reminders.late,
      narrow: true,
      end: true,
      cell: (line) => <span className="overdue">{reminders.days(line.daysLate)}</span>,
    },
  ];
}

function Weekly({ unitId }: { unitId: string | undefined }): ReactElement {
  const { reminders } = useText();
  const formats = [
    ['docx', reminders.word],
    ['pdf', reminders.pdf],
    ['xlsx', reminders.sheet],
  ] as const;
  return (
    <>
      <span className="quiet">{reminders.weekly}:</span>
      {formats.map(([format, label]) => (
        <DownloadButton
          key={format}
          path={withQuery('/weekly-work', { unitId, format })}
          name={`viec-trong-tuan.${format}`}
          label={label}
        />
      ))}
    </>
  );
}

/** What is late in the agency, and the công văn made of it with one click (OF-10). */
export function OverdueScreen(): ReactElement {
  const text = useText();
  const { reminders, common } = text;
  const filter = useSearch({ from: '/shell/overdue-work' });
  const navigate = useNavigate();
  const [ids, setIds] = useState<readonly string[]>([]);
  const lines = usePages<OverdueWorkLine>('/overdue-work', filter);
  const units = useQuery({
    queryKey: ['/overdue-work', 'units'],
    queryFn: ({ signal }) => api.get<OverdueUnitLine[]>('/overdue-work/units', signal),
  });
  const urge = useAction<UrgingRequest, UrgingMade>((body, key) => api.post('/urgings', { body, key }), {
    stale: ['/overdue-work', '/urgings', '/journal'],
    done: (made) => {
      setIds([]);
      say(reminders.urged(made.lines));
      void fetchFile('GET', `/urgings/${made.id}/letter`, 'cong-van-don-doc.docx');
    },
  });
  const narrow = (changes: typeof filter): void =>
    void navigate({ to: '/overdue-work', search: { ...filter, ...changes }, replace: true });
  const chosen: Chosen = {
    has: (id) => ids.includes(id),
    toggle: (id) => setIds((now) => (now.includes(id) ? now.filter((each) => each !== id) : [...now, id])),
  };
  const isEmpty = itemsOf(lines.data).length === 0;
  return (
    <>
      <OverdueHead
        title={reminders.overdue}
        note={reminders.overdueNote}
        actions={
          <Button
            type="primary"
            disabled={isEmpty}
            loading={urge.isPending}
            onClick={() => urge.mutate(ids.length > 0 ? { itemIds: [...ids] } : filter)}
          >
            {ids.length > 0 ? reminders.urgeChosen(ids.length) : reminders.urge}
          </Button>
        }
      />
      {urge.error === null ? null : <ProblemNotice error={urge.error} title={common.error.action} />}
      <section className="panel">
        <div className="list-tools">
          <SearchField value={filter.q} onSearch={(q) => narrow({ q })} label={reminders.find} />
          <Select
            aria-label={reminders.unit}
            value={filter.unitId ?? ''}
            onChange={(unitId) => narrow({ unitId: unitId === '' ? undefined : unitId })}
            popupMatchSelectWidth={false}
            options={[
              { value: '', label: reminders.allUnits },
              ...(units.data ?? []).flatMap(({ unitId, unitName, count, latest }) =>
                unitId === null
                  ? []
                  : [{ value: unitId, label: reminders.unitCount(unitName ?? '', count, latest) }],
              ),
            ]}
          />
          <Weekly unitId={filter.unitId} />
        </div>
        <PagedTable
          query={lines}
          label={reminders.overdue}
          columns={columnsOf(text, chosen)}
          rowKey={(line) => line.id}
          empty={<EmptyState title={reminders.nothingLate} steps={reminders.nothingLateSteps} />}
        />
      </section>
    </>
  );
}
