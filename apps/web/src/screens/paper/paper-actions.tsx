import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type PaperCopyLine } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { today } from '~/ui/dates';
import { fetchFile } from '~/ui/download';
import { DayField, useRequired } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { describeProblem } from '~/ui/problem-notice';
import { say } from '~/ui/toast';

interface TakeBack {
  lost?: boolean;
  recalledOn?: string | null;
  condition?: string;
}

function TakeBackDialog({ copy, close }: { copy: PaperCopyLine; close: () => void }): ReactElement {
  const { distribution } = useText();
  const [form] = Form.useForm<TakeBack>();
  const required = useRequired();
  const lost = Form.useWatch('lost', form) === true;
  const save = useAction<TakeBack, unknown>(
    (values, key) =>
      api.post(`/paper-copies/${copy.id}/return`, {
        body: {
          ...(lost ? {} : { recalledOn: values.recalledOn }),
          ...(values.condition === undefined || values.condition === ''
            ? {}
            : { condition: values.condition }),
        },
        key,
      }),
    { stale: ['/paper-copies', '/journal'], done: close },
  );
  return (
    <FormDialog<TakeBack>
      open
      close={close}
      title={`${distribution.takeBack}: ${copy.code}, ${distribution.paper(copy.number)}`}
      submit={distribution.takeBack}
      form={form}
      initial={{ recalledOn: today() }}
      onFinish={(values) => save.mutate(values)}
      pending={save.isPending}
      error={save.error}
    >
      <Form.Item name="lost" valuePropName="checked">
        <Checkbox>{distribution.lost}</Checkbox>
      </Form.Item>
      {lost ? null : (
        <Form.Item name="recalledOn" label={distribution.recalledOn} rules={required}>
          <DayField min={copy.issuedOn} />
        </Form.Item>
      )}
      <Form.Item name="condition" label={distribution.condition} rules={lost ? required : []}>
        <Input maxLength={1000} />
      </Form.Item>
    </FormDialog>
  );
}

/** Print it, take it back. */
export function PaperActions({ copy }: { copy: PaperCopyLine }): ReactElement {
  const text = useText();
  const client = useQueryClient();
  const [taking, setTaking] = useState(false);
  const print = useMutation({
    mutationFn: () => fetchFile('POST', `/paper-copies/${copy.id}/file`, `${copy.code}.pdf`),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['/access-log'] }),
    onError: (error) => say(describeProblem(error, text), 'failed'),
  });
  const out = copy.state === 'held' || copy.state === 'to-recall';
  return (
    <div className="page-actions">
      {copy.state === 'held' ? (
        <Button size="small" loading={print.isPending} onClick={() => print.mutate()}>
          {text.distribution.printPaper}
        </Button>
      ) : null}
      {out || copy.state === 'lost' ? (
        <Button size="small" onClick={() => setTaking(true)}>
          {text.distribution.takeBack}
        </Button>
      ) : null}
      {taking ? <TakeBackDialog copy={copy} close={() => setTaking(false)} /> : null}
    </div>
  );
}
