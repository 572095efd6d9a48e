import {
  queryOptions,
  type UseMutationResult,
  useMutation,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { api } from '~/api/client';
import { type ApiProblem } from '~/api/problem';
import { type Me, type SignInRequest, type SystemInfo } from '~/api/types';
import { opens, type Part } from './permissions';

export const meQuery = queryOptions({
  queryKey: ['/me'],
  queryFn: ({ signal }) => api.get<Me>('/me', signal),
  staleTime: 30_000,
  // At a shared machine only a person keeps the session alive, never the page by itself.
  refetchInterval: ({ state }) => (state.data?.machine ? false : 60_000),
});

export const systemQuery = queryOptions({
  queryKey: ['/system'],
  queryFn: ({ signal }) => api.get<SystemInfo>('/system', signal),
  staleTime: 10 * 60_000,
});

/** Who is at the screen. Only inside the shell, which waits for it. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

export function useOpens(part: Part): boolean {
  return opens(useMe().permissions, part);
}

export function useSignIn(done: () => void): UseMutationResult<Me, ApiProblem, SignInRequest> {
  const client = useQueryClient();
  return useMutation<Me, ApiProblem, SignInRequest>({
    mutationFn: (request) => api.post<Me>('/sessions', { body: request }),
    onSuccess: (me) => {
      client.setQueryData(meQuery.queryKey, me);
      void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== '/me' });
      done();
    },
  });
}

export function useSignOut(done: () => void): UseMutationResult<unknown, ApiProblem, undefined> {
  const client = useQueryClient();
  return useMutation<unknown, ApiProblem, undefined>({
    mutationFn: () => api.delete('/sessions/current'),
    onSettled: () => {
      done();
      client.clear();
    },
  });
}

export function useSwitchAgency(done: () => void): UseMutationResult<Me, ApiProblem, string> {
  const client = useQueryClient();
  return useMutation<Me, ApiProblem, string>({
    mutationFn: (agencyId) => api.put<Me>('/me/agency', { body: { agencyId } }),
    onSuccess: (me) => {
      client.removeQueries({
        predicate: (query) => query.queryKey[0] !== '/me' && query.queryKey[0] !== '/system',
      });
      client.setQueryData(meQuery.queryKey, me);
      done();
    },
  });
}
