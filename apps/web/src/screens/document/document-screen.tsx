import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { lazy, type ReactElement, Suspense, useMemo } from 'react';
import { API } from '~/api/client';
import { type DocumentPage, type VersionDetail } from '~/api/types';
import { useText } from '~/app/preferences';
import { Icon } from '~/ui/icon';
import { DownloadButton } from '~/ui/download';
import { QueryView } from '~/ui/query-view';
import { Waiting } from '~/ui/waiting';
import { ApprovalTab } from './approval-tab';
import { BasisTab } from './basis-tab';
import { DistributionTab } from './distribution/distribution-tab';
import { ReadingBar } from './distribution/own-reading';
import { DocumentBand } from './document-band';
import { HistoryTab } from './history-tab';
import { InformationTab } from './information-tab';
import { ProcedureTab } from '../procedure/procedure-tab';
import { DocumentTthcTab } from '../tthc/document-tthc-tab';
import { useDocumentPage, useVersion } from './queries';
import { markOf, useTaking } from './taking';

const PdfViewer = lazy(async () => ({ default: (await import('~/pdf/pdf-viewer')).PdfViewer }));

export const DOCUMENT_TABS = [
  'information',
  'procedure',
  'basis',
  'tthc',
  'approval',
  'distribution',
  'history',
] as const;

function NoRendition({ version }: { version: VersionDetail }): ReactElement {
  const { documentPage } = useText();
  const { state, message } = version.rendition;
  const words = state === 'ready' ? '' : documentPage.rendition[state];
  return (
    <div className="panel no-pdf" role="status">
      <Icon name={state === 'failed' ? 'alert' : 'clock'} size={30} />
      <p>{words}</p>
      {message === null ? null : <p className="quiet">{message}</p>}
      <DownloadButton
        path={`/versions/${version.id}/master`}
        name={version.master.fileName}
        label={documentPage.downloadMaster}
      />
    </div>
  );
}

function Content({ version }: { version: VersionDetail }): ReactElement {
  const { documentPage, pdf } = useText();
  const taking = useTaking(version);
  const { page } = useSearch({ from: '/shell/documents/$documentId' });
  const { state, sha256 } = version.rendition;
  const source = useMemo(
    () => ({ url: `${API}/versions/${version.id}/rendition${sha256 === null ? '' : `?sha256=${sha256}`}` }),
    [version.id, sha256],
  );
  if (state !== 'ready') return <NoRendition version={version} />;
  return (
    <Suspense fallback={<Waiting />}>
      <PdfViewer
        source={source}
        title={documentPage.rendition.title}
        firstPage={Number(page ?? 1)}
        mark={markOf(version.state, pdf.marks)}
        taking={taking}
      />
    </Suspense>
  );
}

function SideTabs({ page, version }: { page: DocumentPage; version: VersionDetail }): ReactElement {
  const { documentPage } = useText();
  const search = useSearch({ from: '/shell/documents/$documentId' });
  const navigate = useNavigate();
  const bodies = {
    information: <InformationTab version={version} />,
    procedure: <ProcedureTab versionId={version.id} />,
    basis: <BasisTab version={version} />,
    tthc: <DocumentTthcTab documentId={page.document.id} />,
    approval: <ApprovalTab version={version} />,
    distribution: <DistributionTab version={version} />,
    history: <HistoryTab page={page} version={version} />,
  };
  return (
    <Tabs
      className="side-tabs"
      aria-label={documentPage.tabsLabel}
      activeKey={search.tab ?? 'information'}
      onChange={(key) =>
        void navigate({
          to: '/documents/$documentId',
          params: { documentId: page.document.id },
          search: { ...search, tab: DOCUMENT_TABS.find((tab) => tab === key) },
          replace: true,
        })
      }
      items={DOCUMENT_TABS.map((key) => ({ key, label: documentPage.tabs[key], children: bodies[key] }))}
    />
  );
}

function DocumentBody({ page, version }: { page: DocumentPage; version: VersionDetail }): ReactElement {
  return (
    <>
      <DocumentBand page={page} version={version} />
      <ReadingBar version={version} />
      <div className="document-grid">
        <div className="document-content">
          <Content version={version} />
        </div>
        <div className="panel document-side">
          <SideTabs page={page} version={version} />
        </div>
      </div>
    </>
  );
}

export function DocumentScreen(): ReactElement {
  const { documentId } = useParams({ from: '/shell/documents/$documentId' });
  const { version: wanted } = useSearch({ from: '/shell/documents/$documentId' });
  const page = useDocumentPage(documentId);
  const other = wanted !== undefined && page.data !== undefined && wanted !== page.data.current.id;
  const version = useVersion(other ? wanted : undefined);
  return (
    <QueryView query={page} rows={10}>
      {(shown) =>
        other ? (
          <QueryView query={version} rows={10}>
            {(chosen) => <DocumentBody page={shown} version={chosen} />}
          </QueryView>
        ) : (
          <DocumentBody page={shown} version={shown.current} />
        )
      }
    </QueryView>
  );
}
