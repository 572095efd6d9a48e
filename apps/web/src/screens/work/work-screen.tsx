import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { itemsOf, usePages } from '~/api/page';
import { type WorkGroupCounts, type WorkItemLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { daysBetween, formatDay, formatInstant, today } from '~/ui/dates';
import { EmptyState } from '~/ui/empty';
import { Icon } from '~/ui/icon';
import { PageHead } from '~/ui/page-head';
import { useOpens } from '~/session/me';
import { OverdueHead } from '../reminders/overdue-head';
import { ProblemNotice } from '~/ui/problem-notice';
import { useGo } from '~/ui/use-go';
import { QueryView } from '~/ui/query-view';
import { Waiting } from '~/ui/waiting';
import { ToRead } from './to-read';

export const WORK_GROUPS = ['overdue', 'this-week', 'later'] as const;
export type WorkGroup = (typeof WORK_GROUPS)[number];

function DueWords({ item }: { item: WorkItemLine }): ReactElement {
  const { work } = useText();
  if (item.dueOn === null) return <span className="work-due">{work.noDue}</span>;
  const left = daysBetween(today(), item.dueOn);
  const words = left < 0 ? work.overdueDays(-left) : left === 0 ? work.dueToday : work.daysLeft(left);
  return (
    <span className={left < 0 ? 'work-due overdue' : 'work-due'}>
      {work.due(formatDay(item.dueOn))}, {words}
    </span>
  );
}

function WorkLine({ item }: { item: WorkItemLine }): ReactElement {
  const { work, reminders } = useText();
  const go = useGo();
  return (
    <li className="work-line">
      <a
        href={item.link}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          go(item.link);
        }}
      >
        <span className="work-kind">{work.kinds[item.kind]}</span>
        <span className="work-body">
          <span className="work-title">{item.title}</span>
          {item.detail === null ? null : <span className="work-detail">{item.detail}</span>}
        </span>
        <span className="work-when">
          <DueWords item={item} />
          <span className="work-opened">
            {item.following ? (
              <span className="chip chip-grey" title={work.followingHint}>
                {work.following}
              </span>
            ) : null}
            {item.onBehalfOf === null ? null : (
              <span className="chip chip-blue">{work.onBehalfOf(item.onBehalfOf)}</span>
            )}
            {item.urgedOn === null ? null : (
              <span className="chip chip-red">{reminders.urgedOn(formatDay(item.urgedOn), 1)}</span>
            )}
            {work.opened(formatInstant(item.openedAt))}
          </span>
        </span>
        <Icon name="right" size={16} />
      </a>
    </li>
  );
}

function GroupTabs({
  current,
  count,
  choose,
}: {
  current: WorkGroup;
  count: (group: WorkGroup) => number;
  choose: (group: WorkGroup) => void;
}): ReactElement {
  const { work } = useText();
  return (
    <div className="work-groups" role="tablist" aria-label={work.title}>
      {WORK_GROUPS.map((group) => (
        <button
          key={group}
          type="button"
          role="tab"
          aria-selected={group === current}
          className={`work-group work-group-${group}`}
          onClick={() => {
            choose(group);
          }}
        >
          <span>{work.groups[group]}</span>
          <span className="work-group-count">{count(group)}</span>
        </button>
      ))}
    </div>
  );
}

const REFRESH_MS = 20_000;

/** Opens on what is overdue; when nothing is, on the first group that holds something. */
function openingGroup(counts: WorkGroupCounts): WorkGroup {
  return WORK_GROUPS.find((group) => counts[group] > 0) ?? 'overdue';
}

function GroupItems({ group }: { group: WorkGroup }): ReactElement {
  const { work, common } = useText();
  const items = usePages<WorkItemLine>('/work-items', { group }, { everyMs: REFRESH_MS });
  const shown = itemsOf(items.data);
  if (items.isPending) return <Waiting />;
  return (
    <>
      {items.error === null ? null : <ProblemNotice error={items.error} retry={() => void items.refetch()} />}
      {items.isSuccess && shown.length === 0 ? (
        <p className="quiet panel-pad">{work.emptyGroup[group]}</p>
      ) : null}
      <ul className="work-list">
        {shown.map((item) => (
          <WorkLine key={item.id} item={item} />
        ))}
      </ul>
      {items.hasNextPage ? (
        <div className="more">
          <Button loading={items.isFetchingNextPage} onClick={() => void items.fetchNextPage()}>
            {common.more}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function WorkList({ counts }: { counts: WorkGroupCounts }): ReactElement {
  const { work } = useText();
  const { group: chosen } = useSearch({ from: '/shell/work' });
  const navigate = useNavigate();
  if (WORK_GROUPS.every((group) => counts[group] === 0))
    return <EmptyState title={work.empty} steps={work.steps} />;
  const group = chosen ?? openingGroup(counts);
  return (
    <>
      <GroupTabs
        current={group}
        count={(each) => counts[each]}
        choose={(next) => void navigate({ to: '/work', search: { group: next }, replace: true })}
      />
      <div role="tabpanel" aria-label={work.groups[group]}>
        <GroupItems group={group} />
      </div>
    </>
  );
}

export function WorkScreen(): ReactElement {
  const { work } = useText();
  const seesOverdue = useOpens('overdueWork');
  const counts = useQuery({
    queryKey: ['/work-items', 'groups'],
    queryFn: ({ signal }) => api.get<WorkGroupCounts>('/work-items/groups', signal),
    refetchInterval: REFRESH_MS,
  });
  return (
    <>
      {seesOverdue ? <OverdueHead title={work.title} /> : <PageHead title={work.title} />}
      <ToRead />
      <section className="panel">
        <QueryView query={counts}>{(known) => <WorkList counts={known} />}</QueryView>
      </section>
    </>
  );
}
