import { Form, Input } from 'antd';
import { type ReactElement } from 'react';
import { type ApproveRequest, type VersionDetail } from '~/api/types';
import { useText } from '~/app/preferences';
import { useMe } from '~/session/me';
import { Facts } from '~/ui/facts';
import { PasswordItem, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { ClassFields, usualClass } from './change-class';
import { useVersionAct, type VersionDialogProps } from './version-act';

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
  metadataHash: string | null;
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
          metadataHash: version.metadataHash,
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

type ApproveValues = Pick<ApproveRequest, 'password' | 'changeClass' | 'classReason'>;

export function ApproveDialog({ version, open, close }: VersionDialogProps): ReactElement {
  const { documentPage } = useText();
  const [form] = Form.useForm<ApproveValues>();
  const approve = useVersionAct<ApproveRequest>(version, 'approval', close);
  const saysClass = version.actions.confirmClass.allowed;
  return (
    <FormDialog<ApproveValues>
      open={open}
      close={close}
      title={documentPage.approveTitle}
      submit={documentPage.actions.approve}
      form={form}
      initial={saysClass ? { changeClass: usualClass(version) } : {}}
      onFinish={({ password, changeClass, classReason }) =>
        approve.mutate({
          password,
          contentHash: version.rendition.sha256 ?? '',
          metadataHash: version.metadataHash,
          ...(changeClass ? { changeClass } : {}),
          ...(classReason ? { classReason } : {}),
        })
      }
      pending={approve.isPending}
      error={approve.error}
    >
      <SigningFacts version={version} meaning={documentPage.approveMeaning} />
      {saysClass ? <ClassFields version={version} reasonName="classReason" /> : null}
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
