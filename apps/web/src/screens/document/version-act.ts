import { api } from '~/api/client';
import { type VersionDetail } from '~/api/types';
import { useAction } from '~/api/use-action';

export interface VersionDialogProps {
  version: VersionDetail;
  open: boolean;
  close: () => void;
}

export const VERSION_STALE = ['/documents', '/versions', '/journal', '/decisions', '/work-items'];

/** An act on a version, after which all that shows it is read anew. */
export function useVersionAct<Input>(
  version: VersionDetail,
  act: string,
  close: () => void,
): ReturnType<typeof useAction<Input, unknown>> {
  return useAction<Input, unknown>((body, key) => api.post(`/versions/${version.id}/${act}`, { body, key }), {
    stale: VERSION_STALE,
    done: close,
  });
}
