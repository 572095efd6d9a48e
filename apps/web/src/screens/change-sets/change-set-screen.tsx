import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type ChangeSetDetail, type ChangeSetVersion } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { Facts } from '~/ui/facts';
import { LinkButton } from '~/ui/link-button';
import { type Column, ListTable } from '~/ui/list-table';
import { PageHead } from '~/ui/page-head';
import { QueryView } from '~/ui/query-view';
import { RowLink } from '~/ui/row-link';
import { StateChip } from '~/ui/state-chip';

function columnsOf({ documents }: Dictionary): Column<ChangeSetVersion>[] {
  return [
    { key: 'state', title: documents.state, narrow: true, cell: (line) => <StateChip state={line.state} /> },
    {
      key: 'code',
      title: documents.code,
      narrow: true,
      cell: (line) => <span className="code-cell">{line.code}</span>,
    },
    {
      key: 'title',
      title: documents.name,
      main: true,
      cell: (line) => (
        <RowLink href={`/documents/${line.documentId}?version=${line.versionId}`} className="row-title">
          {line.title}
        </RowLink>
      ),
    },
    {
      key: 'issue',
      title: documents.issueRevision,
      narrow: true,
      cell: (line) => `${String(line.issue)} / ${String(line.revision)}`,
    },
    { key: 'holder', title: documents.holder, cell: (line) => line.holderName ?? '—' },
  ];
}

function Body({ set }: { set: ChangeSetDetail }): ReactElement {
  const text = useText();
  const { changeSets } = text;
  const mayDecide = useOpens('decide');
  const approved = set.versions.filter(({ state }) => state === 'approved').map(({ versionId }) => versionId);
  return (
    <>
      <PageHead
        title={set.title}
        note={changeSets.progress(set.approved, set.issued, set.documents)}
        actions={
          mayDecide && approved.length > 0 ? (
            <LinkButton primary href={`/decisions/new?versions=${approved.join(',')}`}>
              {changeSets.decide}
            </LinkButton>
          ) : null
        }
      />
      <section className="panel gap-below">
        <ListTable
          label={changeSets.documents}
          columns={columnsOf(text)}
          rows={set.versions}
          rowKey={(line) => line.versionId}
        />
      </section>
      <section className="panel panel-pad">
        <Facts
          facts={[
            [changeSets.reason, set.reason],
            [changeSets.legalBasis, set.legalBasis],
            [changeSets.creator, set.creatorName],
          ]}
        />
      </section>
    </>
  );
}

export function ChangeSetScreen(): ReactElement {
  const { changeSetId } = useParams({ from: '/shell/change-sets/$changeSetId' });
  const set = useQuery({
    queryKey: ['/change-sets', changeSetId],
    queryFn: ({ signal }) => api.get<ChangeSetDetail>(`/change-sets/${changeSetId}`, signal),
  });
  return <QueryView query={set}>{(found) => <Body set={found} />}</QueryView>;
}
