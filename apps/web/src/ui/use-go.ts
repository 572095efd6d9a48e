import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Opens an address that came from the API, query string included. */
export function useGo(): (href: string) => void {
  const { history } = useRouter();
  return useCallback(
    (href: string) => {
      history.push(href);
    },
    [history],
  );
}
