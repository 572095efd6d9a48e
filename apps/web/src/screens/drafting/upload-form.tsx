import { Button, Form } from 'antd';
import { lazy, type ReactElement, Suspense, useMemo, useRef, useState } from 'react';
import { api } from '~/api/client';
import { type ProposalView, type UploadView, type VersionDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { type PdfSource } from '~/pdf/engine';
import { formatDay } from '~/ui/dates';
import { Facts } from '~/ui/facts';
import { useFieldProblems } from '~/ui/form-dialog';
import { ProblemList } from '~/ui/problem-list';
import { ProblemNotice } from '~/ui/problem-notice';
import { useGo } from '~/ui/use-go';
import { Waiting } from '~/ui/waiting';
import { isEmptyContent, ProcedureView } from '../procedure/procedure-view';
import { VersionFieldsForm } from './version-fields';
import { forgetValues, keepValues, keptValues } from './kept-values';
import { fieldsOf, type Known, valuesFrom, type VersionValues } from './version-values';

const PdfViewer = lazy(async () => ({ default: (await import('~/pdf/pdf-viewer')).PdfViewer }));

interface UploadFormProps {
  upload: UploadView;
  documentId: string | undefined;
  known: Known | null;
  preview: PdfSource | null;
}

function useSave(
  uploadId: string,
  documentId: string | undefined,
): ReturnType<typeof useAction<VersionValues, VersionDetail>> {
  const go = useGo();
  return useAction<VersionValues, VersionDetail>(
    (values, key) => {
      const fields = { ...fieldsOf(values), uploadId };
      if (documentId !== undefined)
        return api.post(`/documents/${documentId}/versions`, { body: fields, key });
      const keep = values.keepRepeatedCode === true ? { keepRepeatedCode: true } : {};
      return api.post('/documents', { body: { ...fields, ...keep }, key });
    },
    {
      stale: ['/documents', '/uploads'],
      done: (version) => {
        forgetValues();
        go(`/documents/${version.documentId}?version=${version.id}`);
      },
    },
  );
}

function numeral(value: number | null): string {
  return value === null ? '—' : String(value);
}

function Mismatches({
  proposal,
  onPage,
}: {
  proposal: ProposalView;
  onPage: (page: number) => void;
}): ReactElement {
  const words = useText().drafting.reading;
  return (
    <section>
      <h2>{words.mismatches}</h2>
      {proposal.problems.length === 0 ? <p className="quiet">{words.noMismatches}</p> : null}
      <ProblemList problems={proposal.problems} onPage={onPage} />
      {proposal.footers.length === 0 ? null : (
        <details className="footers">
          <summary>
            {words.footers} ({proposal.footers.length})
          </summary>
          <ol>
            {proposal.footers.map((footer, index) => (
              <li key={index}>
                {words.footer(numeral(footer.issue), numeral(footer.revision), formatDay(footer.effectiveOn))}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

/** What the procedure says, to compare with the page; people correct it in the document's own editor. */
function ReadContent({ proposal }: { proposal: ProposalView }): ReactElement {
  const words = useText().procedure;
  const content = proposal.content ?? null;
  const signers = proposal.signers ?? [];
  return (
    <section>
      <h2>{words.read}</h2>
      {content === null || isEmptyContent(content) ? (
        <p className="quiet">{words.nothingRead}</p>
      ) : (
        <>
          <p className="quiet">{words.readHint}</p>
          <ProcedureView content={content} />
        </>
      )}
      {signers.length === 0 ? null : (
        <Facts
          facts={signers.map(({ role, name, position }) => [
            role,
            position === null ? name : `${name}, ${position}`,
          ])}
        />
      )}
    </section>
  );
}

function Preview({
  preview,
  name,
  goTo,
}: {
  preview: PdfSource | null;
  name: string;
  goTo: { page: number } | null;
}): ReactElement {
  const words = useText().drafting.reading;
  if (preview === null) return <p className="panel panel-pad quiet preview-none">{words.noPreview}</p>;
  return (
    <Suspense fallback={<Waiting />}>
      <PdfViewer source={preview} title={`${words.preview}: ${name}`} goTo={goTo} />
    </Suspense>
  );
}

/** Second step: what was read, beside the pages it came from. */
export function UploadForm({ upload, documentId, known, preview }: UploadFormProps): ReactElement {
  const text = useText();
  const words = text.drafting.reading;
  const [form] = Form.useForm<VersionValues>();
  const save = useSave(upload.id, documentId);
  const initial = useMemo(
    () => ({ ...valuesFrom(upload.proposal, known), ...keptValues(upload.id) }),
    [upload.id, upload.proposal, known],
  );
  const start = useRef<HTMLDivElement>(null);
  const [goTo, setGoTo] = useState<{ page: number } | null>(null);
  useFieldProblems(form, save.error);
  return (
    <div className={preview === null ? 'beside beside-narrow' : 'beside'}>
      <div className="beside-pdf">
        <Preview preview={preview} name={upload.fileName} goTo={goTo} />
      </div>
      <div className="panel panel-pad beside-form" ref={start}>
        <h2>{words.check}</h2>
        <p className="quiet">{words.checkHint}</p>
        {upload.problem === null ? null : <ProblemList problems={[upload.problem]} />}
        {upload.proposal === null ? null : (
          <>
            <Mismatches proposal={upload.proposal} onPage={(page) => setGoTo({ page })} />
            <ReadContent proposal={upload.proposal} />
          </>
        )}
        <Form<VersionValues>
          form={form}
          layout="vertical"
          requiredMark="optional"
          scrollToFirstError={{ behavior: 'smooth', block: 'center' }}
          initialValues={initial}
          onValuesChange={() => keepValues(upload.id, form.getFieldsValue(true) as VersionValues)}
          onFinish={() => save.mutate(form.getFieldsValue(true) as VersionValues)}
        >
          <VersionFieldsForm documentId={documentId} further={documentId !== undefined} />
          {save.error === null ? null : <ProblemNotice error={save.error} title={text.common.error.action} />}
          <div className="form-end">
            <Button type="primary" size="large" htmlType="submit" loading={save.isPending}>
              {words.save}
            </Button>
          </div>
        </Form>
      </div>
    </div>
  );
}
