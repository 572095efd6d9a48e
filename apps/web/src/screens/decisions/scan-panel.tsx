import { Alert, Button, Image } from 'antd';
import { lazy, type ReactElement, Suspense, useMemo, useState } from 'react';
import { API, api } from '~/api/client';
import { type DecisionDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { DropZone } from '~/ui/drop-zone';
import { ProblemNotice } from '~/ui/problem-notice';
import { Waiting } from '~/ui/waiting';

const PdfViewer = lazy(async () => ({ default: (await import('~/pdf/pdf-viewer')).PdfViewer }));

function Shown({ decision }: { decision: DecisionDetail }): ReactElement | null {
  const { issuing } = useText();
  const [open, setOpen] = useState(false);
  const { scan } = decision;
  const url = `${API}/decisions/${decision.id}/scan?sha256=${scan?.sha256 ?? ''}`;
  const source = useMemo(() => ({ url }), [url]);
  if (scan === null) return <p className="quiet">{issuing.noScan}</p>;
  if (scan.state === 'waiting') return <p role="status">{issuing.scanWaiting}</p>;
  if (scan.state === 'refused')
    return <Alert type="error" showIcon title={issuing.scanRefused} description={scan.problem} />;
  return (
    <>
      <p>
        {scan.name} ·{' '}
        <a href={url} target="_blank" rel="noreferrer">
          {issuing.openOnDevice}
        </a>
      </p>
      {scan.type === 'image' ? <Image src={url} alt={issuing.scan} width={320} /> : null}
      {scan.type === 'pdf' && !open ? (
        <Button onClick={() => setOpen(true)}>{issuing.openScan}</Button>
      ) : null}
      {scan.type === 'pdf' && open ? (
        <Suspense fallback={<Waiting />}>
          <PdfViewer source={source} title={issuing.scan} />
        </Suspense>
      ) : null}
    </>
  );
}

/** The signed paper as scanned; it is shown after the worker has inspected it. */
export function ScanPanel({ decision }: { decision: DecisionDetail }): ReactElement {
  const { issuing, common } = useText();
  const attach = useAction<File, unknown>(
    (file, key) => {
      const body = new FormData();
      body.append('file', file, file.name);
      return api.post(`/decisions/${decision.id}/scan`, { body, key });
    },
    { stale: ['/decisions', '/journal'] },
  );
  return (
    <section className="panel panel-pad gap-below">
      <h2>{issuing.scan}</h2>
      <Shown decision={decision} />
      {attach.error === null ? null : <ProblemNotice error={attach.error} title={common.error.action} />}
      {decision.actions.attachScan.allowed ? (
        <DropZone
          label={issuing.attachScan}
          hint={issuing.scanHint}
          accept=".pdf,.jpg,.jpeg,.png"
          disabled={attach.isPending}
          onFile={(file) => attach.mutate(file)}
        />
      ) : null}
    </section>
  );
}
