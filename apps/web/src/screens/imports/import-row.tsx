import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import { lazy, type ReactElement, Suspense, useMemo } from 'react';
import { API } from '~/api/client';
import { type ImportItemView } from '~/api/types';
import { useText } from '~/app/preferences';
import { DayField, UnitField } from '~/ui/fields';
import { LinkButton } from '~/ui/link-button';
import { ProblemList } from '~/ui/problem-list';
import { ProblemNotice } from '~/ui/problem-notice';
import { Waiting } from '~/ui/waiting';
import { EarlierFields } from './earlier-fields';
import { type RowSaving } from './row-saving';

const PdfViewer = lazy(async () => ({ default: (await import('~/pdf/pdf-viewer')).PdfViewer }));

interface ImportRowProps {
  batchId: string;
  row: ImportItemView;
  /** Rows of the batch that an earlier version may belong to. */
  others: readonly ImportItemView[];
  saving: RowSaving;
  close: () => void;
}

function Fields({ row, saving }: Pick<ImportRowProps, 'row' | 'saving'>): ReactElement {
  const { documents, drafting, imports } = useText();
  return (
    <Form<ImportItemView['fields']>
      key={row.rowVersion}
      layout="vertical"
      initialValues={row.fields}
      onFinish={(fields) => saving.save(row, { fields: { ...fields, kind: row.fields.kind } })}
    >
      <div className="field-grid">
        <Form.Item name="code" label={documents.code}>
          <Input spellCheck={false} />
        </Form.Item>
        <Form.Item name="series" label={documents.series}>
          <Input />
        </Form.Item>
      </div>
      <Form.Item name="title" label={documents.name}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <div className="field-grid field-grid-3">
        <Form.Item name="issue" label={documents.issue}>
          <InputNumber min={1} max={99} precision={0} />
        </Form.Item>
        <Form.Item name="revision" label={documents.revision}>
          <InputNumber min={0} max={99} precision={0} />
        </Form.Item>
        <Form.Item name="issuedOn" label={documents.issuedOn}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="drafterName" label={imports.printedDrafter}>
        <Input />
      </Form.Item>
      <Form.Item name="owningUnitId" label={drafting.reading.owningUnit}>
        <UnitField allowClear />
      </Form.Item>
      <Button htmlType="submit" loading={saving.pending}>
        {imports.save}
      </Button>
    </Form>
  );
}

/** What to do with a code that another document bears in the same series. */
function CodeChoice({ row, saving }: Pick<ImportRowProps, 'row' | 'saving'>): ReactElement | null {
  const words = useText().imports;
  const { nextCode } = row;
  if (nextCode === null && !row.keepsCode) return null;
  return (
    <div className="row-acts">
      {nextCode === null ? null : (
        <Button onClick={() => saving.save(row, { fields: { code: nextCode } })}>
          {words.useNext(nextCode)}
        </Button>
      )}
      <Checkbox
        checked={row.keepsCode}
        onChange={(event) => saving.save(row, { keepsCode: event.target.checked })}
      >
        {words.keepCode}
      </Checkbox>
    </div>
  );
}

function Signers({ row }: { row: ImportItemView }): ReactElement | null {
  const words = useText().imports;
  if (row.signers.length === 0) return null;
  return (
    <div className="quiet">
      <p>{words.signers}:</p>
      <ul>
        {row.signers.map(({ role, name, position }) => (
          <li key={`${role}-${name}`}>
            {role}: {name}
            {position === null ? '' : `, ${position}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One row beside the pages it was read from. */
export function ImportRow({ batchId, row, others, saving, close }: ImportRowProps): ReactElement {
  const text = useText();
  const words = text.imports;
  const { id, pages } = row;
  const source = useMemo(
    () => (pages === null ? null : { url: `${API}/imports/${batchId}/items/${id}/preview` }),
    [batchId, id, pages],
  );
  const isOpen = row.status === 'clean' || row.status === 'warned' || row.status === 'blocked';
  return (
    <aside className="panel panel-pad import-row" aria-label={row.fileName}>
      <div className="summary-head">
        <h2>{row.fileName}</h2>
        <Button onClick={close}>{words.close}</Button>
      </div>
      {row.versionId === null ? null : (
        <LinkButton href={`/documents/${row.documentId ?? ''}?version=${row.versionId}`}>
          {words.openDocument}
        </LinkButton>
      )}
      {source === null ? (
        <p className="quiet">{words.noPreview}</p>
      ) : (
        <div className="import-pdf">
          <Suspense fallback={<Waiting />}>
            <PdfViewer source={source} title={row.fileName} />
          </Suspense>
        </div>
      )}
      {saving.error === null ? null : <ProblemNotice error={saving.error} title={text.common.error.action} />}
      <div className="import-problems">
        <ProblemList problems={row.problems} />
      </div>
      {isOpen ? (
        <>
          <CodeChoice row={row} saving={saving} />
          <Fields row={row} saving={saving} />
          <EarlierFields row={row} others={others} saving={saving} />
        </>
      ) : null}
      <Signers row={row} />
    </aside>
  );
}
