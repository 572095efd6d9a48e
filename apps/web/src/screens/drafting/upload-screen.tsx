import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Progress } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { api, API } from '~/api/client';
import { type DocumentPage, type UploadView } from '~/api/types';
import { useText } from '~/app/preferences';
import { type PdfSource } from '~/pdf/engine';
import { LinkButton } from '~/ui/link-button';
import { PageHead } from '~/ui/page-head';
import { QueryView } from '~/ui/query-view';
import { UploadChoose } from './upload-choose';
import { UploadForm } from './upload-form';
import { type Known } from './version-values';

function isBusy(upload: UploadView | undefined): boolean {
  return upload?.state === 'received' || upload?.state === 'reading';
}

function useUpload(uploadId: string | undefined): UseQueryResult<UploadView> {
  return useQuery({
    queryKey: ['/uploads', uploadId],
    queryFn: ({ signal }) => api.get<UploadView>(`/uploads/${uploadId ?? ''}`, signal),
    enabled: uploadId !== undefined,
    refetchInterval: (query) => (isBusy(query.state.data) ? 700 : false),
    staleTime: (query) => (isBusy(query.state.data) ? 0 : Infinity),
    refetchOnWindowFocus: false,
  });
}

/** A PDF is shown from the person's own disk; an Office file once the server has turned it into one. */
function usePreview(upload: UploadView, file: File | null): PdfSource | null {
  const [source, setSource] = useState<PdfSource | null>(null);
  const settled = !isBusy(upload);
  useEffect(() => {
    let left = false;
    const find = async (): Promise<void> => {
      if (file?.name.toLowerCase().endsWith('.pdf')) {
        const data = await file.arrayBuffer();
        if (!left) setSource({ data });
        return;
      }
      const url = `${API}/uploads/${upload.id}/preview`;
      const probe = await fetch(url, { headers: { Range: 'bytes=0-0' }, credentials: 'same-origin' });
      if (!left && probe.ok) setSource({ url });
    };
    if (settled) void find().catch(() => undefined);
    return () => {
      left = true;
    };
  }, [upload.id, file, settled]);
  return source;
}

function Reading({ upload }: { upload: UploadView }): ReactElement {
  const words = useText().drafting.reading;
  return (
    <section className="panel panel-pad upload-progress" aria-live="polite">
      <p role="status">{words.readingFile(upload.fileName)}</p>
      <Progress percent={upload.progress} status="active" aria-label={words.readingFile(upload.fileName)} />
      <p className="quiet">{words.readingHint}</p>
    </section>
  );
}

interface ReceivedProps {
  upload: UploadView;
  file: File | null;
  documentId: string | undefined;
  known: Known | null;
  again: () => void;
}

function Received({ upload, file, documentId, known, again }: ReceivedProps): ReactElement {
  const words = useText().drafting.reading;
  const preview = usePreview(upload, file);
  if (isBusy(upload)) return <Reading upload={upload} />;
  if (upload.state === 'refused') {
    return (
      <Alert
        type="error"
        role="alert"
        showIcon
        title={words.refused}
        description={upload.problem?.message}
        action={<Button onClick={again}>{words.other}</Button>}
      />
    );
  }
  return (
    <>
      {upload.state === 'unread' ? (
        <Alert type="warning" showIcon title={words.unread} className="gap-below" />
      ) : null}
      <UploadForm upload={upload} documentId={documentId} known={known} preview={preview} />
    </>
  );
}

function useKnown(documentId: string | undefined): {
  page: DocumentPage | undefined;
  known: Known | null;
  wait: boolean;
} {
  const page = useQuery({
    queryKey: ['/documents', documentId],
    queryFn: ({ signal }) => api.get<DocumentPage>(`/documents/${documentId ?? ''}`, signal),
    enabled: documentId !== undefined,
  });
  const current = page.data?.current;
  const known =
    current === undefined
      ? null
      : {
          code: current.code,
          series: current.series,
          title: current.title,
          kind: current.kind,
          owningUnitId: current.owningUnitId ?? null,
        };
  return { page: page.data, known, wait: documentId !== undefined && page.isPending };
}

export function UploadScreen(): ReactElement {
  const { drafting, editor } = useText();
  const words = drafting.reading;
  const { documentId, uploadId } = useSearch({ from: '/shell/uploads/new' });
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const upload = useUpload(uploadId);
  const { page, known, wait } = useKnown(documentId);
  const move = (next: string | undefined): void =>
    void navigate({ to: '/uploads/new', search: { documentId, uploadId: next }, replace: true });
  return (
    <>
      <PageHead
        title={documentId === undefined ? words.title : words.titleVersion}
        note={page === undefined ? undefined : words.forDocument(page.document.code, page.document.title)}
        actions={
          uploadId === undefined ? (
            <LinkButton
              href={documentId === undefined ? '/documents/new' : `/documents/new?documentId=${documentId}`}
              icon="drafting"
            >
              {editor.write}
            </LinkButton>
          ) : null
        }
      />
      {uploadId === undefined ? (
        <UploadChoose
          onReceived={(received, sent) => {
            setFile(sent);
            move(received.id);
          }}
        />
      ) : (
        <QueryView query={upload}>
          {(received) =>
            wait ? (
              <Reading upload={received} />
            ) : (
              <Received
                upload={received}
                file={file}
                documentId={documentId}
                known={known}
                again={() => move(undefined)}
              />
            )
          }
        </QueryView>
      )}
    </>
  );
}
