import { type ReactElement } from 'react';
import { type RouteStepView, type SignatoryView, type VersionDetail } from '~/api/types';
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

/** Printed name, position, day and hour, meaning and way of a signature; and whether it still counts (RI-10, RI-11). */
function Signatory({ signatory }: { signatory: SignatoryView }): ReactElement {
  const { seals, ways } = useText();
  const { meaning, name, position, at, way, validity } = signatory;
  return (
    <li className="signature">
      <p>
        <strong>{seals.meanings[meaning]}</strong>: {[name, position].filter(Boolean).join(', ')}
      </p>
      {signatory.onBehalfOfName === null ? null : (
        <p>{ways.behalf(signatory.onBehalfOfName, signatory.delegationLetter ?? '')}</p>
      )}
      <p className="quiet">
        {[at === null ? '' : formatInstant(at), seals.ways[way]].filter(Boolean).join(' · ')}
      </p>
      {validity === null ? null : (
        <p>
          <Chip tone={validity === 'valid' ? 'green' : 'red'}>
            {validity === 'valid' ? seals.valid : seals.invalid}
          </Chip>{' '}
          {seals.faults[validity]}
        </p>
      )}
      {signatory.contentHash === null ? null : (
        <p className="quiet">
          <code>{signatory.contentHash}</code>
        </p>
      )}
    </li>
  );
}

/** Names on a paper that came in from before: text, no signatures (R17). */
function ImportedNote({ version }: { version: VersionDetail }): ReactElement | null {
  const { imports } = useText();
  if (!version.importedFromPaper) return null;
  return (
    <p className="quiet">
      <strong>{imports.importedMark}</strong>. {imports.signers}
    </p>
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
      <section>
        <h2>{documentPage.signatures}</h2>
        <ImportedNote version={version} />
        {version.signatories.length === 0 ? <p className="quiet">{documentPage.noSignatures}</p> : null}
        <ul className="line-list">
          {version.signatories.map((signatory, at) => (
            <Signatory key={`${String(at)} ${signatory.name}`} signatory={signatory} />
          ))}
        </ul>
      </section>
      <ApprovalFiles version={version} />
      <Comments version={version} />
    </div>
  );
}
