import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from './client';
import { ApiProblem } from './problem';

interface Attempt {
  fingerprint: string;
  key: string;
}

interface ActionOptions<Result> {
  /** First parts of the query keys that the change makes stale. */
  stale: string[];
  done?: (result: Result) => void;
}

function mayHaveHappened(error: unknown): boolean {
  return error instanceof ApiProblem && error.passing;
}

/**
 * A change sent to the API. The idempotency key belongs to the attempt: repeating the same input after a lost answer
 * reuses it, so the server does the work once; another input, or a clear answer, begins a new attempt.
 */
export function useAction<Input, Result>(
  perform: (input: Input, key: string) => Promise<Result>,
  { stale, done }: ActionOptions<Result>,
): UseMutationResult<Result, ApiProblem, Input> {
  const client = useQueryClient();
  const attempt = useRef<Attempt | null>(null);
  return useMutation<Result, ApiProblem, Input>({
    // Without a network it fails and says so; it would wait without a word otherwise.
    networkMode: 'always',
    mutationFn: async (input) => {
      const fingerprint = JSON.stringify(input ?? null);
      if (attempt.current?.fingerprint !== fingerprint) attempt.current = { fingerprint, key: newKey() };
      try {
        const result = await perform(input, attempt.current.key);
        attempt.current = null;
        return result;
      } catch (error) {
        if (!mayHaveHappened(error)) attempt.current = null;
        throw error;
      }
    },
    retry: (count, error) => count < 2 && mayHaveHappened(error),
    retryDelay: (count) => 600 * (count + 1),
    onSuccess: (result) => {
      for (const part of [...stale, '/me', '/work-items', '/notices'])
        void client.invalidateQueries({ queryKey: [part] });
      done?.(result);
    },
  });
}
