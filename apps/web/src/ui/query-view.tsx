import { type UseQueryResult } from '@tanstack/react-query';
import { type ReactElement, type ReactNode } from 'react';
import { ProblemNotice } from './problem-notice';
import { Waiting } from './waiting';

interface QueryViewProps<T> {
  query: UseQueryResult<T>;
  rows?: number;
  children: (data: T) => ReactNode;
}

/** One resource with its waiting and error states. */
export function QueryView<T>({ query, rows, children }: QueryViewProps<T>): ReactElement {
  if (query.data !== undefined) {
    return (
      <>
        {query.error === null ? null : (
          <ProblemNotice error={query.error} retry={() => void query.refetch()} />
        )}
        {children(query.data)}
      </>
    );
  }
  if (query.error !== null) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  return <Waiting rows={rows} />;
}
