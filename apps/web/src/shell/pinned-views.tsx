import { useQuery } from '@tanstack/react-query';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type SavedViewLine } from '~/api/types';
import { useKeptWords } from '~/app/kept';
import { useText } from '~/app/preferences';
import { useMe } from '~/session/me';
import { RowLink } from '~/ui/row-link';

const PATHS: Readonly<Record<SavedViewLine['list'], string>> = {
  documents: '/documents',
  drafting: '/drafting',
  search: '/search',
};

/** Ids of the saved views that this person pinned in this browser. */
export function usePins(): ReturnType<typeof useKeptWords> {
  return useKeptWords(`pins.${useMe().person.id}`);
}

/** Pinned views below the sections of the rail; nothing is asked for where none is pinned. */
export function PinnedViews(): ReactElement | null {
  const { search } = useText();
  const [pins] = usePins();
  const views = useQuery({
    queryKey: ['/saved-views'],
    queryFn: ({ signal }) => api.get<SavedViewLine[]>('/saved-views', signal),
    enabled: pins.length > 0,
  });
  const shown = pins.flatMap((id) => views.data?.find((view) => view.id === id) ?? []);
  if (shown.length === 0) return null;
  return (
    <ul className="rail-list rail-pins" aria-label={search.pinned}>
      {shown.map(({ id, list, name, query }) => (
        <li key={id}>
          <RowLink href={query === '' ? PATHS[list] : `${PATHS[list]}?${query}`} className="rail-link">
            <span aria-hidden>★</span>
            <span className="rail-word">{name}</span>
          </RowLink>
        </li>
      ))}
    </ul>
  );
}
