import { Form, Input } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type VersionDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useMe } from '~/session/me';
import { Facts } from '~/ui/facts';
import { PasswordItem, PersonField, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';

export interface VersionDialogProps {
  version: VersionDetail;
  open: boolean;
  close: () => void;
}

export const VERSION_STALE = ['/documents', '/versions', '/journal', '/decisions'];

function useVersionAct<Input>(
  version: VersionDetail,
  act: string,
  close: () => void,
): ReturnType<typeof useAction<Input, unknown>> {
  return useAction<Input, unknown>((body, key) => api.post(`/versions/${version.id}/${act}`, { body, key }), {
    stale: VERSION_STALE,
    done: close,
  });
}

interface SubmitValues {
  reviewerId: string;
  approverId: string;
}

export function SubmitDialog({ version, open, close }: VersionDialogProps): ReactElement {
  const { documentPage } = useText();
  const [form] = Form.useForm<SubmitValues>();
  const submit = useVersionAct<SubmitValues>(version, 'submission', close);
  const required = useRequired();
  return (
    <FormDialog<SubmitValues>
      open={open}
      close={close}
      title={documentPage.submitTitle}
      submit={documentPage.actions.submit}
      form={form}
      onFinish={(values) => submit.mutate(values)}
      pending={submit.isPending}
      error={submit.error}
    >
      <p className="quiet">{documentPage.submitNote}</p>
      <Form.Item name="reviewerId" label={documentPage.reviewer} rules={required}>
        <PersonField role="reviewer" />
      </Form.Item>
      <Form.Item name="approverId" label={documentPage.approver} rules={required}>
        <PersonField role="approver" />
      </Form.Item>
    </FormDialog>
  );
}

function SigningFacts({ version, meaning }: { version: VersionDetail; meaning: string }): ReactElement {
  const { documentPage, documents } = useText();
  const me = useMe();
  return (
    <Facts
      facts={[
        [documentPage.signerIs, `${me.person.fullName}, ${me.agency.name}`],
        [documents.name, `${version.code} ${version.title}`],
        [documentPage.meaning, meaning],
        [documentPage.hash, <code key="hash">{version.rendition.sha256 ?? '—'}</code>],
      ]}
    />
  );
}

interface ReviewValues {
  password: string;
  comment?: string;
}

interface SignedBody {
  password: string;
  /** What the signer saw; another rendition is refused. */
  contentHash: string;
  comment?: string;
}

export function ReviewDialog({ version, open, close }: VersionDialogProps): ReactElement {
  const { documentPage } = useText();
  const [form] = Form.useForm<ReviewValues>();
  const review = useVersionAct<SignedBody>(version, 'review', close);
  return (
    <FormDialog<ReviewValues>
      open={open}
      close={close}
      title={documentPage.reviewTitle}
      submit={documentPage.actions.review}
      form={form}
      onFinish={({ password, comment }) =>
        review.mutate({
          password,
          contentHash: version.rendition.sha256 ?? '',
          ...(comment ? { comment } : {}),
        })
      }
      pending={review.isPending}
      error={review.error}
    >
      <SigningFacts version={version} meaning={documentPage.reviewMeaning} />
      <Form.Item name="comment" label={documentPage.comment}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <PasswordItem />
    </FormDialog>
  );
}

interface ApproveValues {
  password: string;
}

export function ApproveDialog({ version, open, close }: VersionDialogProps): ReactElement {
  const { documentPage } = useText();
  const [form] = Form.useForm<ApproveValues>();
  const approve = useVersionAct<SignedBody>(version, 'approval', close);
  return (
    <FormDialog<ApproveValues>
      open={open}
      close={close}
      title={documentPage.approveTitle}
      submit={documentPage.actions.approve}
      form={form}
      onFinish={({ password }) => approve.mutate({ password, contentHash: version.rendition.sha256 ?? '' })}
      pending={approve.isPending}
      error={approve.error}
    >
      <SigningFacts version={version} meaning={documentPage.approveMeaning} />
      <PasswordItem />
    </FormDialog>
  );
}

interface ReturnValues {
  reason: string;
}

export function ReturnDialog({ version, open, close }: VersionDialogProps): ReactElement {
  const { documentPage, common } = useText();
  const [form] = Form.useForm<ReturnValues>();
  const giveBack = useVersionAct<ReturnValues>(version, 'return', close);
  return (
    <FormDialog<ReturnValues>
      open={open}
      close={close}
      title={documentPage.returnTitle}
      submit={documentPage.actions.return}
      form={form}
      onFinish={(values) => giveBack.mutate(values)}
      pending={giveBack.isPending}
      error={giveBack.error}
    >
      <p className="quiet">{documentPage.returnNote}</p>
      <Form.Item name="reason" label={common.reason} rules={useRequired()}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} />
      </Form.Item>
    </FormDialog>
  );
}
