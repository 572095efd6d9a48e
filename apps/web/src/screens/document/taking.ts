import { useMutation, useQueryClient } from '@tanstack/react-query';
import { API, newKey, send } from '~/api/client';
import { type DisplayState, type VersionDetail } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Taking } from '~/pdf/pdf-toolbar';
import { describeProblem } from '~/ui/problem-notice';
import { say } from '~/ui/toast';

/** What lies over every page of a version that is not to be worked by; null for the others (DI-10). */
export function markOf(state: DisplayState, words: Record<string, string>): string | null {
  return words[state] ?? null;
}

/** The stamped copy is what is printed, so that the paper says what it is. */
async function printCopy(versionId: string): Promise<void> {
  const response = await send('POST', `/versions/${versionId}/copies?purpose=print`, { key: newKey() });
  const url = URL.createObjectURL(await response.blob());
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = url;
  frame.onload = () => frame.contentWindow?.print();
  document.body.append(frame);
  window.setTimeout(() => {
    frame.remove();
    URL.revokeObjectURL(url);
  }, 600_000);
}

/** Ways out of the built-in viewer: a plain link that always works, and printing. */
export function useTaking(version: VersionDetail): Taking {
  const text = useText();
  const client = useQueryClient();
  const print = useMutation({
    mutationFn: () => printCopy(version.id),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['/access-log'] }),
    onError: (error) => say(describeProblem(error, text), 'failed'),
  });
  return {
    href: `${API}/versions/${version.id}/open`,
    print: version.actions.copy.allowed && !print.isPending ? () => print.mutate() : null,
  };
}
