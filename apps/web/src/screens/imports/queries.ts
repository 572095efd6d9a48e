import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api, withQuery } from '~/api/client';
import { type Page } from '~/api/page';
import { type ApiProblem } from '~/api/problem';
import { type ImportDetail, type ImportItemView } from '~/api/types';

const FOLLOW_MS = 2000;

export type ItemFilter = 'all' | 'problems' | 'clean' | 'accepted' | 'skipped';

export function isBusy(batch: ImportDetail | undefined): boolean {
  if (batch === undefined) return false;
  return batch.counts.reading > 0 || batch.archives.some(({ state }) => state === 'received');
}

/** The batch; while the server reads, it is asked again by itself. */
export function useBatch(id: string): UseQueryResult<ImportDetail, ApiProblem> {
  return useQuery<ImportDetail, ApiProblem>({
    queryKey: ['/imports', id],
    queryFn: ({ signal }) => api.get<ImportDetail>(`/imports/${id}`, signal),
    refetchInterval: ({ state }) => (isBusy(state.data) ? FOLLOW_MS : false),
  });
}

/** Every row of the filter, however many pages that takes: one chooses among all of them. */
export function useRows(
  { id, counts, ...batch }: ImportDetail,
  status: ItemFilter,
): UseQueryResult<ImportItemView[], ApiProblem> {
  return useQuery<ImportItemView[], ApiProblem>({
    // Rows are asked for again whenever the batch counts otherwise: the last file read must not stay "being read".
    queryKey: ['/imports', id, 'items', status, JSON.stringify(counts)],
    placeholderData: (before) => before,
    queryFn: async ({ signal }) => {
      const rows: ImportItemView[] = [];
      let after: string | null = null;
      do {
        const path: string = withQuery(`/imports/${id}/items`, { status, limit: 100, after });
        const page: Page<ImportItemView> = await api.get(path, signal);
        rows.push(...page.items);
        after = page.next;
      } while (after !== null);
      return rows;
    },
    refetchInterval: isBusy({ ...batch, id, counts }) ? FOLLOW_MS : false,
  });
}
