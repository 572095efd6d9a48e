import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { listOf } from '~/api/page';
import { type ApprovalFileView, type VersionDetail } from '~/api/types';
import { useText } from '~/app/preferences';
import { useMe } from '~/session/me';
import { ActionButton } from '~/ui/action-button';
import { formatDay, formatInstant } from '~/ui/dates';
import { DownloadButton } from '~/ui/download';
import { Facts } from '~/ui/facts';
import { Chip, type Tone } from '~/ui/state-chip';
import { BringDialog, DecideFileDialog, RefuseFileDialog } from './approval-dialogs';

const TONES: Record<string, Tone> = {
  received: 'amber',
  checked: 'amber',
  refused: 'red',
  approved: 'green',
};

type Dictionary = ReturnType<typeof useText>['approvals'];
type Fact = [string, ReactElement | string];
type PdfSignature = NonNullable<ApprovalFileView['signed']>['signatures'][number];

function SignatureFacts({ signature }: { signature: PdfSignature }): ReactElement {
  const { approvals } = useText();
  const { signerName, organisation, issuerName, validFrom, validTo, signedAt, time } = signature;
  const times = approvals.times[time];
  return (
    <Facts
      facts={[
        [approvals.certificate, [signerName ?? '—', organisation].filter(Boolean).join(', ')],
        [approvals.issuer, issuerName ?? '—'],
        [
          approvals.validity,
          validFrom === null || validTo === null
            ? '—'
            : `${formatInstant(validFrom)} – ${formatInstant(validTo)}`,
        ],
        [approvals.signedAt, `${signedAt === null ? '—' : formatInstant(signedAt)} (${times})`],
        [
          approvals.revocation,
          approvals.revocations[signature.revocation](
            signature.revocationAt === null ? '' : formatDay(signature.revocationAt.slice(0, 10)),
          ),
        ],
      ]}
    />
  );
}

function Findings({ file }: { file: ApprovalFileView }): ReactElement {
  const { approvals } = useText();
  const { signed, scan } = file;
  return (
    <>
      {signed === null ? null : (
        <>
          <Facts
            facts={[
              [approvals.verdict, approvals.verdicts[signed.verdict]],
              // What of a broken file agrees with the paper says nothing.
              signed.verdict === 'tampered' ? null : [approvals.content, approvals.contents[signed.content]],
            ]}
          />
          <details open={file.state !== 'refused'}>
            <summary>{approvals.certificates(signed.signatures.length)}</summary>
            {signed.signatures.map((signature, at) => (
              <SignatureFacts key={`${String(at)} ${signature.serialNumber ?? ''}`} signature={signature} />
            ))}
          </details>
          {signed.namesApprover ? null : <p className="warning-line">{approvals.otherName}</p>}
        </>
      )}
      {scan === null ? null : (
        <>
          <Facts
            facts={[
              [
                approvals.scan,
                `${approvals.scans[scan.outcome]} (${approvals.scanPages(scan.readPages, scan.pages)})`,
              ],
            ]}
          />
          {scan.outcome === 'matches' && scan.missingPages.length > 0 ? (
            <p className="warning-line">{approvals.missingPages(scan.missingPages.join(', '))}</p>
          ) : null}
        </>
      )}
    </>
  );
}

function factsOf(file: ApprovalFileView, approvals: Dictionary): Fact[] {
  const facts: Fact[] = [
    [approvals.file, file.fileNames.join(', ')],
    [approvals.approver, file.assigneeName],
    [approvals.broughtBy, `${file.uploaderName}, ${formatInstant(file.createdAt)}`],
  ];
  if (file.way === 'paper') {
    const signed = file.signedOn === null ? '' : formatDay(file.signedOn);
    facts.push([
      approvals.original,
      [file.signers.join('; '), signed, file.originalPlace].filter(Boolean).join(', '),
    ]);
  }
  if (file.decidedByName !== null && file.decidedAt !== null) {
    const label =
      file.way === 'paper' && file.state === 'approved' ? approvals.confirmedBy : approvals.recordedBy;
    facts.push([label, `${file.decidedByName}, ${formatInstant(file.decidedAt)}`]);
  }
  if (file.confirmationNote !== null) facts.push([approvals.comment, file.confirmationNote]);
  const refusal = file.refusalReason ?? file.problemText;
  if (refusal !== null) facts.push([approvals.refusedBecause, refusal]);
  return facts;
}

function FileLine({ file }: { file: ApprovalFileView }): ReactElement {
  const { approvals } = useText();
  const [dialog, setDialog] = useState<'decide' | 'refuse' | null>(null);
  const close = (): void => setDialog(null);
  const isPaper = file.way === 'paper';
  const state = file.state;
  const isOpen = file.state === 'checked';
  return (
    <li className="signature">
      <p>
        <strong>{approvals.ways[file.way]}</strong>{' '}
        <Chip tone={TONES[file.state] ?? 'grey'}>
          {isOpen && isPaper ? approvals.waitingSecond : approvals.states[state]}
        </Chip>
      </p>
      <Facts facts={factsOf(file, approvals)} />
      <Findings file={file} />
      {isOpen || file.state === 'approved' ? (
        <div className="page-actions">
          <DownloadButton
            path={`/approval-files/${file.id}/content`}
            name={file.fileNames[0] ?? 'signed.pdf'}
            label={approvals.open}
          />
          {isOpen ? (
            <>
              <ActionButton
                action={isPaper ? file.actions.confirm : file.actions.record}
                label={isPaper ? approvals.confirm : approvals.record}
                primary
                onClick={() => setDialog('decide')}
              />
              <ActionButton
                action={file.actions.refuse}
                label={approvals.refuse}
                onClick={() => setDialog('refuse')}
              />
            </>
          ) : null}
        </div>
      ) : null}
      <DecideFileDialog file={file} open={dialog === 'decide'} close={close} />
      <RefuseFileDialog file={file} open={dialog === 'refuse'} close={close} />
    </li>
  );
}

/** Approval by a PDF signed outside, or on paper (OF-03). */
export function ApprovalFiles({ version }: { version: VersionDetail }): ReactElement | null {
  const { approvals } = useText();
  const { permissions } = useMe();
  const [bringing, setBringing] = useState(false);
  const files = useQuery({
    queryKey: ['/approval-files', version.id],
    queryFn: async ({ signal }) =>
      listOf<ApprovalFileView>(await api.get(`/versions/${version.id}/approval-files`, signal)),
    enabled: permissions.includes('documents.read-drafts'),
    refetchInterval: (query) => (query.state.data?.some(({ state }) => state === 'received') ? 2000 : false),
  });
  const isAwaited = version.state === 'waiting-approval';
  const known = files.data ?? [];
  if (!isAwaited && known.length === 0) return null;
  return (
    <section>
      <h2>{approvals.title}</h2>
      {isAwaited ? (
        <>
          <p className="quiet">{approvals.note}</p>
          <div className="page-actions">
            <DownloadButton
              path={`/versions/${version.id}/rendition`}
              name={`${version.code}.pdf`}
              label={approvals.rendition}
            />
            <DownloadButton
              path={`/versions/${version.id}/signing-copy`}
              name={`${version.code}.pdf`}
              label={approvals.signingCopy}
            />
            {permissions.includes('documents.bring-approval') ? (
              <Button onClick={() => setBringing(true)}>{approvals.bring}</Button>
            ) : null}
          </div>
        </>
      ) : null}
      <ul className="line-list">
        {known.map((file) => (
          <FileLine key={file.id} file={file} />
        ))}
      </ul>
      <BringDialog version={version} open={bringing} close={() => setBringing(false)} />
    </section>
  );
}
