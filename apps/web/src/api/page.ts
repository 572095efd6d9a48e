import {
  type InfiniteData,
  type QueryKey,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from '@tanstack/react-query';
import { api, withQuery } from './client';
import { type ApiProblem } from './problem';

export interface Page<T> {
  items: T[];
  next: string | null;
}

export type Filters = Record<string, string | number | boolean | null | undefined>;

/**
 * Keyset list: each further page is asked for with the cursor of the one before. One that others fill while it is open
 * asks again by itself.
 */
export function usePages<T>(
  path: string,
  filters: Filters = {},
  { enabled = true, everyMs }: { enabled?: boolean; everyMs?: number } = {},
): UseInfiniteQueryResult<InfiniteData<Page<T>>, ApiProblem> {
  const key: QueryKey = [path, 'list', filters];
  return useInfiniteQuery<Page<T>, ApiProblem, InfiniteData<Page<T>>, QueryKey, string | null>({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<T>>(withQuery(path, { ...filters, after: pageParam, limit: 50 }), signal),
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
    enabled,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs, staleTime: 0 }),
  });
}

export function itemsOf<T>(data: InfiniteData<Page<T>> | undefined): T[] {
  return data?.pages.flatMap((page) => page.items) ?? [];
}

/** Short lists come either bare or as one page. */
export function listOf<T>(answer: T[] | Page<T>): T[] {
  return Array.isArray(answer) ? answer : answer.items;
}
