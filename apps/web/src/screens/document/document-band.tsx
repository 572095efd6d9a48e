import { Alert } from 'antd';
import { type ReactElement } from 'react';
import { type DocumentPage, type VersionDetail } from '~/api/types';
import { useText } from '~/app/preferences';
import { daysSince, formatDay } from '~/ui/dates';
import { usePageTitle } from '~/ui/page-head';
import { RowLink } from '~/ui/row-link';
import { StateChip } from '~/ui/state-chip';
import { OriginLine } from '../adoption/origin-line';
import { VersionActions } from './version-actions';

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function Holder({ version }: { version: VersionDetail }): ReactElement {
  const { documents, documentPage, common } = useText();
  if (version.holderName === null) return <>{documents.noHolder}</>;
  if (version.holdingSince === null) return <>{version.holderName}</>;
  return <>{documentPage.holding(version.holderName, common.sinceDays(daysSince(version.holdingSince)))}</>;
}

function NotEffective({ version }: { version: VersionDetail }): ReactElement | null {
  const { documentPage } = useText();
  if (version.state === 'effective') return null;
  const effective = version.effectiveVersionId;
  return (
    <Alert
      className="not-effective"
      type="warning"
      showIcon
      title={
        <>
          {documentPage.notEffective[version.state]}{' '}
          {effective === null ? (
            documentPage.noneEffective
          ) : (
            <RowLink href={`/documents/${version.documentId}?version=${effective}`}>
              {documentPage.openEffective}
            </RowLink>
          )}
        </>
      }
    />
  );
}

/** Whoever mends a returned version needs the reason before anything else. */
function ReturnReason({ version }: { version: VersionDetail }): ReactElement | null {
  const { documentPage } = useText();
  const returned = version.route.filter((step) => step.state === 'returned').at(-1);
  if (version.state !== 'returned' || returned?.comment == null) return null;
  return (
    <Alert
      className="not-effective"
      type="error"
      showIcon
      title={documentPage.returnedBy(returned.assigneeName)}
      description={returned.comment}
    />
  );
}

/** R17: nobody signed this version here; the paper did it before. */
function FromPaper({ version }: { version: VersionDetail }): ReactElement | null {
  const { imports } = useText();
  return version.importedFromPaper ? (
    <Alert className="not-effective" type="info" showIcon title={imports.importedMark} />
  ) : null;
}

/** The header band: what the paper is, where it stands and who holds it. */
export function DocumentBand({
  page,
  version,
}: {
  page: DocumentPage;
  version: VersionDetail;
}): ReactElement {
  const { documents } = useText();
  usePageTitle(`${version.code} ${version.title}`);
  const facts: [string, ReactElement | string][] = [
    [documents.issue, two(version.issue)],
    [documents.revision, two(version.revision)],
    [documents.effectiveOn, formatDay(version.effectiveOn)],
    [documents.unit, version.unitName ?? page.document.unitName ?? '—'],
    [documents.holder, <Holder key="holder" version={version} />],
  ];
  return (
    <header className="band">
      <div className="band-line">
        <div className="band-name">
          <p className="band-code">
            <StateChip state={version.state} />
            <strong>{version.code}</strong>
            <span>{version.series}</span>
          </p>
          <h1>{version.title}</h1>
          <OriginLine version={version} />
        </div>
      </div>
      <dl className="band-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <VersionActions version={version} />
      <ReturnReason version={version} />
      <FromPaper version={version} />
      <NotEffective version={version} />
    </header>
  );
}
