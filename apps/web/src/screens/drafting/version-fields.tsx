import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { type ReactElement, useDeferredValue } from 'react';
import { api, withQuery } from '~/api/client';
import { listOf } from '~/api/page';
import { type NextNumbers, type ProblemView } from '~/api/types';
import { useText } from '~/app/preferences';
import { DayField, matches, PersonField, UnitField, useRequired } from '~/ui/fields';
import { ProblemList } from '~/ui/problem-list';
import { CitationFields } from './citation-fields';
import { NextCode } from './next-code';
import { type VersionValues } from './version-values';

interface CodeCheckProps {
  documentId: string | undefined;
  mayKeep: boolean;
}

/** Asks at once whether the code stands elsewhere, in this field or in another. */
function CodeCheck({ documentId, mayKeep }: CodeCheckProps): ReactElement | null {
  const { drafting } = useText();
  const form = Form.useFormInstance<VersionValues>();
  const code = useDeferredValue(Form.useWatch('code', form)?.trim() ?? '');
  const series = useDeferredValue(Form.useWatch('series', form)?.trim() ?? '');
  const check = useQuery({
    queryKey: ['/documents', 'code-check', code, series, documentId ?? null],
    queryFn: ({ signal }) =>
      api.get<{ problems: ProblemView[] }>(
        withQuery('/documents/code-check', { code, series, documentId }),
        signal,
      ),
    enabled: code !== '' && series !== '',
  });
  const problems = check.data?.problems ?? [];
  if (problems.length === 0) return null;
  const repeated = problems.some((problem) => problem.level === 'error');
  return (
    <div className="field-problems" aria-live="polite">
      <ProblemList problems={problems} />
      {repeated && mayKeep ? (
        <Form.Item name="keepRepeatedCode" valuePropName="checked">
          <Checkbox>{drafting.reading.keepRepeated}</Checkbox>
        </Form.Item>
      ) : null}
    </div>
  );
}

function SeriesField(props: {
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}): ReactElement {
  const series = useQuery({
    queryKey: ['/documents', 'series'],
    queryFn: async ({ signal }) =>
      listOf<{ series: string; count: number }>(await api.get('/documents/series', signal)),
  });
  return (
    <AutoComplete
      {...props}
      options={(series.data ?? []).map((each) => ({ value: each.series }))}
      showSearch={{ filterOption: (typed, option) => matches(option?.value ?? '', typed) }}
    />
  );
}

function Identity({ documentId }: { documentId: string | undefined }): ReactElement {
  const { documents } = useText();
  const required = useRequired();
  const kinds = Object.entries(documents.kinds).map(([value, label]) => ({ value, label }));
  return (
    <>
      <div className="field-grid">
        <Form.Item name="code" label={documents.code} rules={required}>
          <Input spellCheck={false} />
        </Form.Item>
        <Form.Item name="series" label={documents.series} rules={required}>
          <SeriesField />
        </Form.Item>
      </div>
      {documentId === undefined ? <NextCode /> : null}
      <CodeCheck documentId={documentId} mayKeep={documentId === undefined} />
      <Form.Item name="title" label={documents.name} rules={required}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <div className="field-grid field-grid-3">
        <Form.Item name="kind" label={documents.kind} rules={required}>
          <Select options={kinds} />
        </Form.Item>
        <Form.Item name="issue" label={documents.issue} rules={required}>
          <InputNumber min={1} max={99} precision={0} />
        </Form.Item>
        <Form.Item name="revision" label={documents.revision} rules={required}>
          <InputNumber min={0} max={99} precision={0} />
        </Form.Item>
        <Form.Item name="issuedOn" label={documents.issuedOn}>
          <DayField />
        </Form.Item>
      </div>
    </>
  );
}

function PeopleFields(): ReactElement {
  const { drafting } = useText();
  const words = drafting.reading;
  return (
    <div className="field-grid">
      <Form.Item name="drafterId" label={words.drafter} extra={words.drafterHint} rules={useRequired()}>
        <PersonField />
      </Form.Item>
      <Form.Item name="owningUnitId" label={words.owningUnit}>
        <UnitField allowClear />
      </Form.Item>
    </div>
  );
}

/** The numbers that follow by rule are put in when the class is chosen; the person may still change them. */
function useNumbersByRule(documentId: string | undefined): (chosen: VersionValues['changeClass']) => void {
  const form = Form.useFormInstance<VersionValues>();
  const numbers = useQuery({
    queryKey: ['/documents', documentId ?? null, 'next-numbers'],
    queryFn: ({ signal }) => api.get<NextNumbers>(`/documents/${documentId ?? ''}/next-numbers`, signal),
    enabled: documentId !== undefined,
  });
  return (chosen) => {
    const next = chosen ? numbers.data?.[chosen] : undefined;
    if (next !== undefined) form.setFieldsValue(next);
  };
}

function ChangeFields({
  compulsory,
  documentId,
}: {
  compulsory: boolean;
  documentId: string | undefined;
}): ReactElement {
  const { drafting, versions } = useText();
  const byRule = useNumbersByRule(compulsory ? documentId : undefined);
  const required = useRequired();
  const rules = compulsory ? required : [];
  const words = drafting.reading;
  const classes = Object.entries(words.classes).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Form.Item name="changeNote" label={words.changeNote} rules={rules}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} />
      </Form.Item>
      <div className="field-grid">
        <Form.Item name="changeClass" label={words.changeClass} rules={rules}>
          <Select allowClear options={classes} onChange={byRule} />
        </Form.Item>
        <Form.Item name="affectedSections" label={versions.affectedSections} rules={rules}>
          <Input />
        </Form.Item>
      </div>
      <Form.Item name="changeReason" label={versions.changeReason} rules={rules}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <Form.Item name="legalBasis" label={words.legalBasis} rules={rules}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
    </>
  );
}

/** The fields of a version, used when a file is uploaded and when a draft is mended. */
export function VersionFieldsForm({
  documentId,
  further = false,
}: {
  documentId: string | undefined;
  /** A version after the first says what it changes and how much. */
  further?: boolean;
}): ReactElement {
  const words = useText().drafting.reading;
  return (
    <>
      <section>
        <h2>{words.identity}</h2>
        <Identity documentId={documentId} />
      </section>
      <section>
        <h2>{words.people}</h2>
        <PeopleFields />
        <ChangeFields compulsory={further} documentId={documentId} />
      </section>
      <section>
        <h2>{words.basis}</h2>
        <CitationFields />
      </section>
    </>
  );
}
