import './search.css';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { Button, Input, Popover } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type SavedViewLine } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useMe } from '~/session/me';
import { Icon } from '~/ui/icon';
import { ProblemNotice } from '~/ui/problem-notice';
import { usePins } from '~/shell/pinned-views';
import { RowLink } from '~/ui/row-link';

interface SavedViewsProps {
  list: SavedViewLine['list'];
  /** Address of the list, without filters. */
  path: string;
}

function Views({ list, path }: SavedViewsProps): ReactElement {
  const { search, common } = useText();
  const { searchStr } = useLocation();
  const [name, setName] = useState('');
  const [pins, pin] = usePins();
  const views = useQuery({
    queryKey: ['/saved-views'],
    queryFn: ({ signal }) => api.get<SavedViewLine[]>('/saved-views', signal),
  });
  const save = useAction(
    (body: Omit<SavedViewLine, 'id'>, key) => api.post<SavedViewLine>('/saved-views', { body, key }),
    { stale: ['/saved-views'], done: () => setName('') },
  );
  const remove = useAction((id: string) => api.delete(`/saved-views/${id}`), { stale: ['/saved-views'] });
  const query = searchStr.replace(/^\?/, '');
  const mine = (views.data ?? []).filter((view) => view.list === list);
  const problem = save.error ?? remove.error;
  return (
    <div className="saved-views">
      <ul className="plain-list">
        {mine.map((view) => (
          <li key={view.id}>
            <RowLink href={view.query === '' ? path : `${path}?${view.query}`}>{view.name}</RowLink>
            <Button
              type="text"
              size="small"
              aria-pressed={pins.includes(view.id)}
              aria-label={pins.includes(view.id) ? search.unpin(view.name) : search.pin(view.name)}
              onClick={() =>
                pin(pins.includes(view.id) ? pins.filter((id) => id !== view.id) : [...pins, view.id])
              }
            >
              {pins.includes(view.id) ? '★' : '☆'}
            </Button>
            <Button
              type="text"
              size="small"
              aria-label={search.removeView(view.name)}
              icon={<Icon name="close" size={14} />}
              onClick={() => remove.mutate(view.id)}
            />
          </li>
        ))}
      </ul>
      {problem === null ? null : <ProblemNotice error={problem} title={common.error.action} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') save.mutate({ list, name: name.trim(), query });
        }}
      >
        <Input
          aria-label={search.viewName}
          placeholder={search.viewName}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button htmlType="submit" loading={save.isPending} disabled={name.trim() === '' || query === ''}>
          {search.saveView}
        </Button>
      </form>
    </div>
  );
}

/** Filters that the person keeps under a name. */
export function SavedViews({ list, path }: SavedViewsProps): ReactElement | null {
  const { search } = useText();
  const { account } = useMe();
  // A counter's own account keeps nothing.
  if (account === 'lookup') return null;
  return (
    <Popover trigger="click" placement="bottomRight" content={<Views list={list} path={path} />}>
      <Button>{search.savedViews}</Button>
    </Popover>
  );
}
