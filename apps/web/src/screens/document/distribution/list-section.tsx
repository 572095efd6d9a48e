import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type DistributionView, type VersionDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { ActionButton } from '~/ui/action-button';
import { formatDay } from '~/ui/dates';
import { ProblemNotice } from '~/ui/problem-notice';
import { Chip } from '~/ui/state-chip';
import { say } from '~/ui/toast';
import { EditListDialog } from './edit-list-dialog';

/** To whom the version goes: proposed, edited before issue, fixed by it (DI-08). */
export function ListSection({
  list,
  version,
}: {
  list: DistributionView;
  version: VersionDetail;
}): ReactElement {
  const { distribution, common } = useText();
  const [editing, setEditing] = useState(false);
  const release = useAction<null, unknown>(
    (_, key) => api.post(`/versions/${version.id}/distribution/release`, { body: {}, key }),
    { stale: ['/versions', '/journal'], done: () => say(distribution.released) },
  );
  const draft = list.state === 'draft';
  return (
    <section>
      <h2>{distribution.list}</h2>
      <p>
        <Chip tone={draft ? 'amber' : list.state === 'fixed' ? 'green' : 'grey'}>
          {distribution.states[list.state]}
        </Chip>{' '}
        {list.duty === null ? null : <span className="quiet">{distribution.duties[list.duty]}</span>}
      </p>
      {draft ? <p className="quiet">{distribution.proposed[list.proposedFrom]}</p> : null}
      {list.endReason === null ? null : <p className="quiet">{list.endReason}</p>}
      <ul className="line-list">
        {list.lines.map((line) => (
          <li key={`${line.kind} ${line.name}`}>
            {line.name} <span className="quiet">({distribution.kinds[line.kind]})</span>
          </li>
        ))}
      </ul>
      {list.dueOn === null ? null : <p className="quiet">{distribution.dueOn(formatDay(list.dueOn))}</p>}
      <div className="page-actions">
        {draft ? (
          <ActionButton
            action={list.actions.edit}
            label={distribution.edit}
            icon="drafting"
            onClick={() => setEditing(true)}
          />
        ) : null}
        {draft && version.state === 'effective' ? (
          <ActionButton
            action={list.actions.release}
            label={distribution.release}
            icon="right"
            primary
            loading={release.isPending}
            onClick={() => release.mutate(null)}
          />
        ) : null}
      </div>
      {release.error === null ? null : <ProblemNotice error={release.error} title={common.error.action} />}
      {editing ? <EditListDialog list={list} close={() => setEditing(false)} /> : null}
    </section>
  );
}
