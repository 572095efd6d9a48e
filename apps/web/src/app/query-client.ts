import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '~/api/problem';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => count < 2 && error instanceof ApiProblem && error.passing,
      retryDelay: (count) => 500 * (count + 1),
    },
  },
});
