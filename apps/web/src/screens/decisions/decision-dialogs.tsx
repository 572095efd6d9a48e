import { Checkbox, Form, Input } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type DecisionDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { DayField, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { say } from '~/ui/toast';
import { DecisionFieldsForm } from './decision-form';
import { decisionFieldsOf, type DecisionValues } from './decision-values';
import { withdrawalsOf } from './withdrawals';

interface DecisionDialogProps {
  decision: DecisionDetail;
  open: boolean;
  close: () => void;
}

const STALE = ['/decisions', '/documents', '/versions', '/journal'];

function valuesOf(decision: DecisionDetail): DecisionValues {
  return {
    abstract: decision.abstract,
    legalBases: decision.legalBases,
    signerId: decision.signerId,
    formula: decision.formula,
    from: (decision.effectiveFrom ?? null) === null ? 'signing' : 'day',
    effectiveFrom: decision.effectiveFrom ?? null,
    versionIds: decision.versionIds,
    withdrawals: withdrawalsOf(decision),
    replacesId: decision.replacesId ?? null,
  };
}

export function EditDecisionDialog({ decision, open, close }: DecisionDialogProps): ReactElement {
  const { decisions, common } = useText();
  const [form] = Form.useForm<DecisionValues>();
  const edit = useAction<DecisionValues, DecisionDetail>(
    (values, key) =>
      api.patch(`/decisions/${decision.id}`, {
        body: decisionFieldsOf(values),
        key,
        ifMatch: decision.rowVersion,
      }),
    { stale: STALE, done: close },
  );
  return (
    <FormDialog<DecisionValues>
      open={open}
      close={close}
      title={decisions.editTitle}
      submit={common.save}
      form={form}
      initial={valuesOf(decision)}
      onFinish={(values) => edit.mutate(values)}
      pending={edit.isPending}
      error={edit.error}
      width={860}
    >
      <DecisionFieldsForm held={decision.lines} replaces={decision.replaces ?? null} />
    </FormDialog>
  );
}

interface RegisterValues {
  number: string;
  signedOn: string;
  effectiveOn?: string | null;
  lateReason?: string;
  acceptRepeatedNumber?: boolean;
}

/** Only what was filled in is sent. */
function registrationOf(values: RegisterValues): RegisterValues {
  const filled = Object.entries(values).filter(
    ([, value]) => value !== undefined && value !== null && value !== '' && value !== false,
  );
  return Object.fromEntries(filled) as unknown as RegisterValues;
}

export function RegisterDecisionDialog({ decision, open, close }: DecisionDialogProps): ReactElement {
  const { decisions } = useText();
  const [form] = Form.useForm<RegisterValues>();
  const required = useRequired();
  const register = useAction<RegisterValues, DecisionDetail>(
    (body, key) => api.post(`/decisions/${decision.id}/registration`, { body, key }),
    {
      stale: STALE,
      done: () => {
        say(decisions.registered);
        close();
      },
    },
  );
  const repeated = register.error?.code.includes('repeated') ?? false;
  return (
    <FormDialog<RegisterValues>
      open={open}
      close={close}
      title={decisions.registerTitle}
      submit={decisions.register}
      form={form}
      initial={{ effectiveOn: decision.effectiveFrom }}
      onFinish={(values) => register.mutate(registrationOf(values))}
      pending={register.isPending}
      error={register.error}
    >
      <p className="quiet">{decisions.registerNote}</p>
      <Form.Item name="number" label={decisions.number} extra={decisions.numberHint} rules={required}>
        <Input spellCheck={false} />
      </Form.Item>
      {repeated ? (
        <Form.Item name="acceptRepeatedNumber" valuePropName="checked">
          <Checkbox>{decisions.accept}</Checkbox>
        </Form.Item>
      ) : null}
      <div className="field-grid">
        <Form.Item name="signedOn" label={decisions.signedOn} rules={required}>
          <DayField />
        </Form.Item>
        <Form.Item name="effectiveOn" label={decisions.effectiveOn} extra={decisions.fromSigning}>
          <DayField />
        </Form.Item>
      </div>
      <Form.Item name="lateReason" label={decisions.lateReason} extra={decisions.lateHint}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
    </FormDialog>
  );
}
