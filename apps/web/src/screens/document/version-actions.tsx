import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { type Action, type VersionDetail } from '~/api/types';
import { useText } from '~/app/preferences';
import { ActionButton } from '~/ui/action-button';
import { fetchFile } from '~/ui/download';
import { type IconName } from '~/ui/icon';
import { describeProblem } from '~/ui/problem-notice';
import { say } from '~/ui/toast';
import { useGo } from '~/ui/use-go';
import { EditDialog } from './edit-dialog';
import { ApproveDialog, ReturnDialog, ReviewDialog } from './version-dialogs';
import { SubmitDialog } from './way/submit-dialog';
import { CheckDialog, ConfirmDraftingDialog, ReassignDialog, RecallDialog } from './way/way-dialogs';

const WAY_ACTS = ['check', 'recall', 'reassign', 'confirmDrafting'] as const;
type WayAct = (typeof WAY_ACTS)[number];
type Dialog = 'edit' | 'submit' | 'review' | 'approve' | 'return' | WayAct;

interface Offer {
  /** Confirming the class of change has its place beside the class itself. */
  key: Exclude<keyof VersionDetail['actions'], 'confirmClass'>;
  icon: IconName;
  primary?: boolean;
}

const OFFERS: readonly Offer[] = [
  { key: 'confirmDrafting', icon: 'check' },
  { key: 'submit', icon: 'right', primary: true },
  { key: 'review', icon: 'check', primary: true },
  { key: 'check', icon: 'check', primary: true },
  { key: 'approve', icon: 'check', primary: true },
  { key: 'return', icon: 'left' },
  { key: 'recall', icon: 'left' },
  { key: 'reassign', icon: 'right' },
  { key: 'edit', icon: 'drafting' },
  { key: 'copy', icon: 'download' },
  { key: 'newVersion', icon: 'upload' },
];

function useCopy(version: VersionDetail): { run: () => void; pending: boolean } {
  const text = useText();
  const client = useQueryClient();
  const copy = useMutation({
    mutationFn: async () => fetchFile('POST', `/versions/${version.id}/copies`, `${version.code}.pdf`),
    onSuccess: () => {
      say(text.documentPage.copyDone);
      void client.invalidateQueries({ queryKey: ['/journal'] });
    },
    onError: (error) => say(describeProblem(error, text), 'failed'),
  });
  return { run: () => copy.mutate(), pending: copy.isPending };
}

/** What may be done is computed by the API; the screen only shows it, open first. */
export function VersionActions({ version }: { version: VersionDetail }): ReactElement {
  const { documentPage, ways } = useText();
  const words = { ...documentPage.actions, ...ways.actions };
  const go = useGo();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const copy = useCopy(version);
  const close = (): void => setDialog(null);
  const acts: Record<Offer['key'], () => void> = {
    edit: () => setDialog('edit'),
    submit: () => setDialog('submit'),
    review: () => setDialog('review'),
    approve: () => setDialog('approve'),
    return: () => setDialog('return'),
    check: () => setDialog('check'),
    recall: () => setDialog('recall'),
    reassign: () => setDialog('reassign'),
    confirmDrafting: () => setDialog('confirmDrafting'),
    copy: copy.run,
    newVersion: () => go(`/uploads/new?documentId=${version.documentId}`),
  };
  const allowed = (offer: Offer): Action => version.actions[offer.key];
  // What belongs to a moment of the way is shown in that moment alone.
  const offered = OFFERS.filter(
    ({ key }) => !WAY_ACTS.some((act) => act === key) || version.actions[key].allowed,
  );
  const sorted = [...offered].sort((a, b) => Number(allowed(b).allowed) - Number(allowed(a).allowed));
  return (
    <div className="page-actions" role="group" aria-label={documentPage.actionsLabel}>
      {sorted.map((offer) => (
        <ActionButton
          key={offer.key}
          action={allowed(offer)}
          label={words[offer.key]}
          icon={offer.icon}
          primary={offer.primary}
          loading={offer.key === 'copy' && copy.pending}
          onClick={acts[offer.key]}
        />
      ))}
      {dialog === 'edit' ? <EditDialog version={version} open close={close} /> : null}
      <SubmitDialog version={version} open={dialog === 'submit'} close={close} />
      <ReviewDialog version={version} open={dialog === 'review'} close={close} />
      <ApproveDialog version={version} open={dialog === 'approve'} close={close} />
      <ReturnDialog version={version} open={dialog === 'return'} close={close} />
      <CheckDialog version={version} open={dialog === 'check'} close={close} />
      <RecallDialog version={version} open={dialog === 'recall'} close={close} />
      <ReassignDialog version={version} open={dialog === 'reassign'} close={close} />
      <ConfirmDraftingDialog version={version} open={dialog === 'confirmDrafting'} close={close} />
    </div>
  );
}
