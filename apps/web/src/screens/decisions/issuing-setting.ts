import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { api } from '~/api/client';
import { type IssuingSettingView } from '~/api/types';

/** How the agency issues: căn cứ thường dùng, form check, amendment table. */
export function useIssuingSetting(): UseQueryResult<IssuingSettingView> {
  return useQuery({
    queryKey: ['/issuing-settings'],
    queryFn: ({ signal }) => api.get<IssuingSettingView>('/issuing-settings', signal),
  });
}
