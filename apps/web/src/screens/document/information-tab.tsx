import { type ReactElement } from 'react';
import { type VersionDetail } from '~/api/types';
import { useText } from '~/app/preferences';
import { formatDay, formatSize } from '~/ui/dates';
import { DownloadButton } from '~/ui/download';
import { Facts } from '~/ui/facts';
import { LinkButton } from '~/ui/link-button';
import { ProblemList } from '~/ui/problem-list';
import { RowLink } from '~/ui/row-link';
import { DocumentUpkeep } from '../upkeep/document-upkeep';
import { ChangeClassFact } from './change-class';

function DecisionLink({ decision }: { decision: NonNullable<VersionDetail['decision']> }): ReactElement {
  const { documentPage } = useText();
  const label =
    decision.number === null
      ? documentPage.decision
      : documentPage.decisionOf(decision.number, formatDay(decision.signedOn));
  return <RowLink href={`/decisions/${decision.id}`}>{label}</RowLink>;
}

export function InformationTab({ version }: { version: VersionDetail }): ReactElement {
  const { documents, documentPage, drafting, editor, versions } = useText();
  return (
    <div className="tab-body">
      {version.problems.length === 0 ? null : (
        <section>
          <h2>{documentPage.problems}</h2>
          <ProblemList problems={version.problems} />
        </section>
      )}
      <Facts
        facts={[
          [documents.code, version.code],
          [documents.series, version.series],
          [documents.kind, documents.kinds[version.kind]],
          [documents.unit, version.unitName],
          [documents.issuedOn, formatDay(version.issuedOn)],
          [documents.effectiveOn, formatDay(version.effectiveOn)],
          version.endedOn === null ? null : [documents.endedOn, formatDay(version.endedOn)],
          version.decision === null
            ? null
            : [documentPage.decision, <DecisionLink key="decision" decision={version.decision} />],
          [documentPage.drafter, version.drafterName],
          [documentPage.uploader, version.uploaderName],
          (version.changeNote ?? null) === null ? null : [drafting.reading.changeNote, version.changeNote],
          version.changeClass
            ? [drafting.reading.changeClass, <ChangeClassFact key="class" version={version} />]
            : null,
          version.changeReason ? [versions.changeReason, version.changeReason] : null,
          version.affectedSections ? [versions.affectedSections, version.affectedSections] : null,
          (version.legalBasis ?? null) === null ? null : [drafting.reading.legalBasis, version.legalBasis],
          [documentPage.master, `${version.master.fileName} (${formatSize(version.master.size)})`],
          version.rendition.pages === null ? null : [documentPage.pages, version.rendition.pages],
          version.rendition.sha256 === null
            ? null
            : [documentPage.hash, <code key="hash">{version.rendition.sha256}</code>],
        ]}
      />
      <DownloadButton
        path={`/versions/${version.id}/master`}
        name={version.master.fileName}
        label={documentPage.downloadMaster}
      />
      {version.actions.edit.allowed ? (
        <LinkButton href={`/versions/${version.id}/editor`} icon="drafting">
          {editor.open}
        </LinkButton>
      ) : null}
      <DocumentUpkeep version={version} />
    </div>
  );
}
