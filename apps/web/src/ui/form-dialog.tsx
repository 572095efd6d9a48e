import { Form, type FormInstance, Modal } from 'antd';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { ApiProblem } from '~/api/problem';
import { useText } from '~/app/preferences';
import { ProblemNotice } from './problem-notice';
import { needsSecondFactor, SecondFactorPrompt } from './second-factor-prompt';

interface FormDialogProps<Values> {
  open: boolean;
  close: () => void;
  title: string;
  submit: string;
  form: FormInstance<Values>;
  initial?: Partial<Values>;
  onFinish: (values: Values) => void;
  pending: boolean;
  error: unknown;
  danger?: boolean;
  width?: number;
  /** Keeps values of fields that are folded away; the caller then mounts the dialog anew each time. */
  keep?: boolean;
  children: ReactNode;
}

/** Puts the refusals of the API beside the fields they are about. */
export function useFieldProblems(form: FormInstance, error: unknown): void {
  useEffect(() => {
    if (!(error instanceof ApiProblem)) return;
    form.setFields(error.errors.map((item) => ({ name: item.field.split('.'), errors: [item.detail] })));
  }, [form, error]);
}

export function FormDialog<Values extends object>(props: FormDialogProps<Values>): ReactElement {
  const text = useText();
  useFieldProblems(props.form as FormInstance, props.error);
  return (
    <Modal
      open={props.open}
      title={props.title}
      okText={props.submit}
      cancelText={text.common.cancel}
      okButtonProps={{ danger: props.danger, htmlType: 'submit', loading: props.pending }}
      onOk={() => {
        props.form.submit();
      }}
      onCancel={props.close}
      destroyOnHidden
      width={props.width ?? 560}
    >
      <Form<Values>
        form={props.form}
        layout="vertical"
        requiredMark="optional"
        initialValues={props.initial}
        onFinish={props.onFinish}
        preserve={props.keep ?? false}
        className="dialog-form"
      >
        {props.error === null || props.error === undefined ? null : needsSecondFactor(props.error) ? (
          <SecondFactorPrompt />
        ) : (
          <ProblemNotice error={props.error} title={text.common.error.action} />
        )}
        {props.children}
      </Form>
    </Modal>
  );
}
