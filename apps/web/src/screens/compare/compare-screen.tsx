import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { type ReactElement } from 'react';
import { api, withQuery } from '~/api/client';
import { type ComparisonView, type VersionLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { EmptyState } from '~/ui/empty';
import { Icon } from '~/ui/icon';
import { PageHead } from '~/ui/page-head';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { useDocumentPage } from '../document/queries';
import { CoverTable, StepTables } from './compare-tables';
import { ComparedText } from './compared-text';

interface SidesProps {
  documentId: string;
  versions: readonly VersionLine[];
  left: string;
  right: string;
}

function Sides({ documentId, versions: lines, left, right }: SidesProps): ReactElement {
  const { versions, documentPage, documents } = useText();
  const { show } = useSearch({ from: '/shell/documents/$documentId/compare' });
  const navigate = useNavigate();
  const go = (next: { left: string; right: string }): void =>
    void navigate({
      to: '/documents/$documentId/compare',
      params: { documentId },
      search: { ...next, show },
      replace: true,
    });
  const options = lines.map((line) => ({
    value: line.versionId,
    label: `${documentPage.edition(line.issue, line.revision)} · ${documents.states[line.state]}`,
  }));
  return (
    <div className="list-tools">
      <Select
        aria-label={versions.left}
        value={left}
        options={options}
        onChange={(next: string) => go({ left: next, right })}
      />
      <Button
        aria-label={versions.swap}
        title={versions.swap}
        icon={<Icon name="fit" size={16} />}
        onClick={() => go({ left: right, right: left })}
      />
      <Select
        aria-label={versions.right}
        value={right}
        options={options}
        onChange={(next: string) => go({ left, right: next })}
      />
    </div>
  );
}

function Compared({ documentId, left, right }: Omit<SidesProps, 'versions'>): ReactElement {
  const { versions } = useText();
  const comparison = useQuery({
    queryKey: ['/documents', documentId, 'comparison', left, right],
    queryFn: ({ signal }) =>
      api.get<ComparisonView>(withQuery(`/documents/${documentId}/comparison`, { left, right }), signal),
  });
  return (
    <>
      <QueryView query={comparison}>
        {(found) => (
          <>
            <section className="panel panel-pad gap-below">
              <h2>{versions.cover}</h2>
              <CoverTable comparison={found} />
            </section>
            <section className="panel panel-pad gap-below">
              <h2>{versions.steps}</h2>
              <StepTables cases={found.cases} />
            </section>
          </>
        )}
      </QueryView>
      <ComparedText documentId={documentId} left={left} right={right} />
    </>
  );
}

/** Any two versions of a document side by side: cover, hashes, steps, text (DI-07). */
export function CompareScreen(): ReactElement {
  const { versions } = useText();
  const { documentId } = useParams({ from: '/shell/documents/$documentId/compare' });
  const search = useSearch({ from: '/shell/documents/$documentId/compare' });
  const page = useDocumentPage(documentId);
  return (
    <QueryView query={page}>
      {({ document, versions: lines }) => {
        const right = search.right ?? lines[0]?.versionId;
        const left = search.left ?? lines.find((line) => line.versionId !== right)?.versionId;
        return (
          <>
            <PageHead
              title={`${versions.compareTitle}: ${document.code}`}
              note={<RowLink href={`/documents/${documentId}?tab=history`}>{document.title}</RowLink>}
            />
            {left === undefined || right === undefined ? (
              <EmptyState title={versions.changes(0)} />
            ) : (
              <>
                <Sides documentId={documentId} versions={lines} left={left} right={right} />
                <Compared documentId={documentId} left={left} right={right} />
              </>
            )}
          </>
        );
      }}
    </QueryView>
  );
}
