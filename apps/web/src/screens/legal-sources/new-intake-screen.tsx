import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { type ReactElement } from 'react';
import { api } from '~/api/client';
import { type IntakeDetail, type IntakeLine } from '~/api/types';
import { sendForm } from '~/api/upload';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { DropZone } from '~/ui/drop-zone';
import { useRequired } from '~/ui/fields';
import { useFieldProblems } from '~/ui/form-dialog';
import { PageHead } from '~/ui/page-head';
import { ProblemNotice } from '~/ui/problem-notice';
import { useGo } from '~/ui/use-go';

interface Pasted {
  text: string;
  link?: string;
}

function Upload(): ReactElement {
  const { legalSources, common } = useText();
  const go = useGo();
  const send = useMutation({
    mutationFn: (file: File) => {
      const body = new FormData();
      body.append('file', file, file.name);
      return sendForm<IntakeLine>('/legal-intakes/files', body, () => undefined).done;
    },
    onSuccess: ({ id }) => go(`/legal-intakes/${id}`),
  });
  return (
    <>
      <DropZone
        label={legalSources.dropLabel}
        hint={legalSources.dropHint}
        accept=".doc,.docx,.pdf,.txt"
        disabled={send.isPending}
        onFile={(file) => send.mutate(file)}
      />
      {send.error === null ? null : <ProblemNotice error={send.error} title={common.error.action} />}
    </>
  );
}

export function NewIntakeScreen(): ReactElement {
  const { legalSources, common } = useText();
  const go = useGo();
  const required = useRequired();
  const [form] = Form.useForm<Pasted>();
  const paste = useAction<Pasted, IntakeDetail>(
    ({ text, link = '' }, key) =>
      api.post('/legal-intakes', { body: { text, link: link.trim() === '' ? null : link.trim() }, key }),
    { stale: ['/legal-intakes'], done: ({ id }) => go(`/legal-intakes/${id}`) },
  );
  useFieldProblems(form, paste.error);
  return (
    <>
      <PageHead title={legalSources.paste} note={legalSources.pasteNote} />
      <Form<Pasted>
        className="panel panel-pad form-page"
        form={form}
        layout="vertical"
        requiredMark="optional"
        onFinish={(values) => paste.mutate(values)}
      >
        <Upload />
        <section>
          <Form.Item name="text" label={legalSources.text} extra={legalSources.textHint} rules={required}>
            <Input.TextArea rows={12} spellCheck={false} />
          </Form.Item>
          <Form.Item name="link" label={legalSources.link}>
            <Input type="url" maxLength={2000} placeholder="https://" />
          </Form.Item>
        </section>
        {paste.error === null ? null : <ProblemNotice error={paste.error} title={common.error.action} />}
        <div className="form-end">
          <Button type="primary" size="large" htmlType="submit" loading={paste.isPending}>
            {legalSources.read}
          </Button>
        </div>
      </Form>
    </>
  );
}
