import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '~/api/client';
import { type DocumentPage, type VersionDetail } from '~/api/types';

export function useDocumentPage(documentId: string): UseQueryResult<DocumentPage> {
  return useQuery({
    queryKey: ['/documents', documentId],
    queryFn: ({ signal }) => api.get<DocumentPage>(`/documents/${documentId}`, signal),
    staleTime: 0, // others work on it: who opens the page acts on what stands now
    refetchInterval: (query) => (query.state.data?.current.rendition.state === 'waiting' ? 2000 : false),
  });
}

export function useVersion(versionId: string | undefined): UseQueryResult<VersionDetail> {
  return useQuery({
    queryKey: ['/versions', versionId],
    queryFn: ({ signal }) => api.get<VersionDetail>(`/versions/${versionId ?? ''}`, signal),
    enabled: versionId !== undefined,
    staleTime: 0,
    refetchInterval: (query) => (query.state.data?.rendition.state === 'waiting' ? 2000 : false),
  });
}
