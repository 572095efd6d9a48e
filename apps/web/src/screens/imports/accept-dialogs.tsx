import { Alert, Checkbox, Form, Input, Modal, Select } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { ApiProblem } from '~/api/problem';
import { type ImportAccepted, type ImportItemView, type PaperDecisionFields } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { DayField, PasswordItem, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { ProblemNotice } from '~/ui/problem-notice';

interface DialogProps {
  batchId: string;
  rows: readonly ImportItemView[];
  open: boolean;
  close: () => void;
  done: (accepted: number) => void;
}

interface InForceValues {
  number: string;
  signedOn: string;
  effectiveOn?: string | null;
  abstract: string;
  signerName: string;
  signerPosition: string;
  formula?: PaperDecisionFields['signer']['formula'];
  password: string;
  acceptRepeatedNumber?: boolean;
}

function DecisionFields(): ReactElement {
  const words = useText().imports;
  const required = useRequired();
  const formulas = ['TM.', 'KT.', 'TL.', 'TUQ.', 'Q.'].map((value) => ({ value, label: value }));
  return (
    <>
      <div className="field-grid">
        <Form.Item name="number" label={words.number} rules={required}>
          <Input spellCheck={false} />
        </Form.Item>
        <Form.Item name="signedOn" label={words.signedOn} rules={required}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="effectiveOn" label={words.effectiveOn} extra={words.effectiveHint}>
        <DayField />
      </Form.Item>
      <Form.Item name="abstract" label={words.abstract} rules={required}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <div className="field-grid">
        <Form.Item name="signerName" label={words.signerName} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name="signerPosition" label={words.signerPosition} rules={required}>
          <Input />
        </Form.Item>
      </div>
      <Form.Item name="formula" label={words.formula}>
        <Select allowClear placeholder={words.noFormula} options={formulas} />
      </Form.Item>
    </>
  );
}

/** The decision once, the password once, for everything chosen (OF-04). */
export function InForceDialog({ batchId, rows, open, close, done }: DialogProps): ReactElement {
  const words = useText().imports;
  const [form] = Form.useForm<InForceValues>();
  const accept = useAction(
    ({ password, acceptRepeatedNumber = false, ...values }: InForceValues, key) =>
      api.post<ImportAccepted>(`/imports/${batchId}/acceptance`, {
        key,
        body: {
          itemIds: rows.map(({ id }) => id),
          password,
          acceptRepeatedNumber,
          decision: {
            number: values.number,
            signedOn: values.signedOn,
            effectiveOn: values.effectiveOn ?? null,
            abstract: values.abstract,
            signer: {
              name: values.signerName,
              position: values.signerPosition,
              formula: values.formula ?? '',
            },
          },
        },
      }),
    {
      stale: ['/imports', '/documents', '/decisions'],
      done: ({ accepted }) => {
        close();
        done(accepted);
      },
    },
  );
  const warned = rows.filter(({ status }) => status === 'warned').length;
  const isRepeated =
    accept.error instanceof ApiProblem && accept.error.code === 'documents.decision-number-repeated';
  return (
    <FormDialog<InForceValues>
      open={open}
      close={close}
      title={words.acceptTitle}
      submit={words.acceptInForce}
      form={form}
      onFinish={(values) => accept.mutate(values)}
      pending={accept.isPending}
      error={accept.error}
      width={640}
    >
      <p>{words.acceptHint(rows.length)}</p>
      {warned > 0 ? <Alert type="warning" showIcon title={words.acceptProblems(warned)} /> : null}
      <DecisionFields />
      {isRepeated ? (
        <Form.Item name="acceptRepeatedNumber" valuePropName="checked">
          <Checkbox>{words.repeatedNumber}</Checkbox>
        </Form.Item>
      ) : null}
      <PasswordItem />
    </FormDialog>
  );
}

export function DraftsDialog({ batchId, rows, open, close, done }: DialogProps): ReactElement {
  const text = useText();
  const words = text.imports;
  const draft = useAction(
    (itemIds: string[], key) =>
      api.post<ImportAccepted>(`/imports/${batchId}/drafts`, { key, body: { itemIds } }),
    {
      stale: ['/imports', '/documents'],
      done: ({ accepted }) => {
        close();
        done(accepted);
      },
    },
  );
  return (
    <Modal
      open={open}
      title={words.draftTitle}
      okText={words.acceptDrafts}
      cancelText={text.common.cancel}
      okButtonProps={{ loading: draft.isPending }}
      onOk={() => draft.mutate(rows.map(({ id }) => id))}
      onCancel={close}
    >
      {draft.error === null ? null : <ProblemNotice error={draft.error} title={text.common.error.action} />}
      <p>{words.draftHint(rows.length)}</p>
    </Modal>
  );
}
