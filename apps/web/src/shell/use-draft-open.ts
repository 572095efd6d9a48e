import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { type DocumentPage, type VersionDetail } from '~/api/types';

const UNDER_WAY: readonly VersionDetail['state'][] = [
  'draft',
  'waiting-review',
  'waiting-approval',
  'returned',
  'approved',
];

/** True while the page of a version under way is open: it belongs to drafting, not to what is in force. */
export function useDraftOpen(): boolean {
  const { pathname, search } = useLocation();
  const documentId = /^\/documents\/([^/]+)$/.exec(pathname)?.[1];
  const wanted = (search as { version?: string }).version;
  // What the page itself has asked for; nothing is fetched for the rail.
  const page = useQuery<DocumentPage>({ queryKey: ['/documents', documentId ?? ''], enabled: false }).data;
  const version = useQuery<VersionDetail>({ queryKey: ['/versions', wanted ?? ''], enabled: false }).data;
  if (documentId === undefined) return false;
  const shown = wanted === undefined || wanted === page?.current.id ? page?.current : version;
  return shown !== undefined && UNDER_WAY.includes(shown.state);
}
