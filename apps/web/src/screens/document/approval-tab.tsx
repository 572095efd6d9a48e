import { type ReactElement } from 'react';
import { type RouteStepView, type SignatureView, type VersionDetail } from '~/api/types';
import { useText } from '~/app/preferences';
import { daysSince, formatInstant } from '~/ui/dates';
import { ApprovalFiles } from './approvals/approval-files';
import { Chip, type Tone } from '~/ui/state-chip';
import { Comments } from './way/comments';

const STEP_TONES: Record<RouteStepView['state'], Tone> = {
  waiting: 'grey',
  current: 'amber',
  done: 'green',
  returned: 'amber',
  cancelled: 'grey',
};

function Step({ step }: { step: RouteStepView }): ReactElement {
  const { documentPage, ways, common } = useText();
  return (
    <li
      className={`route-step route-step-${step.state}`}
      aria-current={step.state === 'current' ? 'step' : undefined}
    >
      <p>
        <strong>{ways.stage(step.stage, step.stageName || ways.steps[step.kind])}</strong>:{' '}
        {step.assigneeName}
      </p>
      <p>
        <Chip tone={STEP_TONES[step.state]}>{documentPage.stepStates[step.state]}</Chip>
        {step.decidedAt === null ? null : <span className="quiet"> {formatInstant(step.decidedAt)}</span>}
        {step.state !== 'current' || step.since === null ? null : (
          <span className="quiet"> {ways.since(common.sinceDays(daysSince(step.since)))}</span>
        )}
      </p>
      {step.takenByName === null ? null : <p className="quiet">{ways.taken(step.takenByName)}</p>}
      {step.comment === null ? null : <blockquote>{step.comment}</blockquote>}
    </li>
  );
}

function Signature({ signature }: { signature: SignatureView }): ReactElement {
  const { documentPage, ways } = useText();
  return (
    <li className="signature">
      <p>
        <strong>{documentPage.meanings[signature.meaning]}</strong>: {signature.formula ?? ''}{' '}
        {signature.signerName}, {[signature.positionTitle, signature.isoTitle].filter(Boolean).join(', ')}
      </p>
      {signature.onBehalfOfName === null ? null : (
        <p>{ways.behalf(signature.onBehalfOfName, signature.delegationLetter ?? '')}</p>
      )}
      <p className="quiet">{formatInstant(signature.signedAt)}</p>
      <p>
        <Chip tone={signature.valid ? 'green' : 'red'}>
          {signature.valid ? documentPage.valid : documentPage.invalid}
        </Chip>
      </p>
      <p className="quiet">
        <code>{signature.contentHash}</code>
      </p>
    </li>
  );
}

/** Names on a paper that came in from before: text, no signatures (R17). */
function PrintedSigners({ version }: { version: VersionDetail }): ReactElement | null {
  const { imports } = useText();
  if (!version.importedFromPaper) return null;
  return (
    <section>
      <h2>{imports.importedMark}</h2>
      <p className="quiet">{imports.signers}</p>
      <ul className="line-list">
        {version.printedSigners.map(({ role, name, position }) => (
          <li key={`${role}-${name}`}>
            <strong>{role}</strong>: {name}
            {position === null ? '' : `, ${position}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ApprovalTab({ version }: { version: VersionDetail }): ReactElement {
  const { documentPage, ways } = useText();
  return (
    <div className="tab-body">
      <section>
        <h2>{documentPage.route}</h2>
        {version.submittedForDrafter ? (
          <p>{ways.submittedFor(version.submittedByName ?? '', version.drafterName)}</p>
        ) : null}
        {version.state === 'draft' && version.draftingConfirmed === null ? <p>{ways.unconfirmed}</p> : null}
        {version.route.length === 0 ? <p className="quiet">{documentPage.noRoute}</p> : null}
        <ol className="route">
          {version.route.map((step) => (
            <Step key={step.id} step={step} />
          ))}
        </ol>
      </section>
      <PrintedSigners version={version} />
      <section>
        <h2>{documentPage.signatures}</h2>
        {version.signatures.length === 0 ? <p className="quiet">{documentPage.noSignatures}</p> : null}
        <ul className="line-list">
          {version.signatures.map((signature) => (
            <Signature key={signature.id} signature={signature} />
          ))}
        </ul>
      </section>
      <Comments version={version} />
      <ApprovalFiles version={version} />
    </div>
  );
}
