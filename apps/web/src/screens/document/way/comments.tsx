import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type CommentView, type VersionDetail } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { formatInstant } from '~/ui/dates';
import { useRequired } from '~/ui/fields';
import { ProblemNotice } from '~/ui/problem-notice';
import { QueryView } from '~/ui/query-view';

interface NewComment {
  body: string;
  page?: number | null;
}

function Comment({
  version,
  comment,
  answer,
}: {
  version: VersionDetail;
  comment: CommentView;
  answer: () => void;
}): ReactElement {
  const { way } = useText();
  const resolve = useAction<null, unknown>(
    (_, key) => api.post(`/versions/${version.id}/comments/${comment.id}/resolution`, { body: {}, key }),
    { stale: ['/versions'] },
  );
  return (
    <>
      <p>
        {comment.page === null ? null : <strong>{way.pageOf(comment.page)}: </strong>}
        {comment.body}
      </p>
      <p className="quiet">
        {comment.authorName}, {formatInstant(comment.createdAt)}
        {comment.isCurrent ? '' : ` (${way.old})`}
        {comment.resolvedByName === null ? null : `. ${way.resolvedBy(comment.resolvedByName)}`}
        {comment.parentId === null && comment.resolvedAt === null ? (
          <>
            {' '}
            <Button type="link" size="small" onClick={answer}>
              {way.answer}
            </Button>
            <Button type="link" size="small" loading={resolve.isPending} onClick={() => resolve.mutate(null)}>
              {way.resolve}
            </Button>
          </>
        ) : null}
      </p>
    </>
  );
}

function CommentForm({
  version,
  parentId,
  done,
}: {
  version: VersionDetail;
  parentId: string | null;
  done: () => void;
}): ReactElement {
  const { way } = useText();
  const [form] = Form.useForm<NewComment>();
  const add = useAction<NewComment, unknown>(
    ({ body, page }, key) =>
      api.post(`/versions/${version.id}/comments`, {
        body: { body, ...(page ? { page } : {}), ...(parentId === null ? {} : { parentId }) },
        key,
      }),
    {
      stale: ['/versions'],
      done: () => {
        form.resetFields();
        done();
      },
    },
  );
  return (
    <Form<NewComment>
      form={form}
      layout="vertical"
      requiredMark="optional"
      onFinish={(values) => add.mutate(values)}
    >
      {add.error === null ? null : <ProblemNotice error={add.error} />}
      {parentId === null ? (
        <Form.Item name="page" label={way.page}>
          <InputNumber min={1} max={version.rendition.pages ?? 100_000} precision={0} />
        </Form.Item>
      ) : null}
      <Form.Item name="body" label={way.body} rules={useRequired()}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Button htmlType="submit" loading={add.isPending}>
        {parentId === null ? way.addComment : way.answer}
      </Button>
    </Form>
  );
}

/** Ý kiến anchored to pages, with their answers. */
export function Comments({ version }: { version: VersionDetail }): ReactElement | null {
  const { way } = useText();
  const sees = useOpens('drafting');
  const [answering, setAnswering] = useState<string | null>(null);
  const comments = useQuery({
    queryKey: ['/versions', version.id, 'comments'],
    queryFn: ({ signal }) => api.get<CommentView[]>(`/versions/${version.id}/comments`, signal),
    enabled: sees,
  });
  if (!sees) return null;
  return (
    <section>
      <h2>{way.comments}</h2>
      <QueryView query={comments} rows={2}>
        {(all) => (
          <>
            {all.length === 0 ? <p className="quiet">{way.noComments}</p> : null}
            <ul className="line-list">
              {all
                .filter(({ parentId }) => parentId === null)
                .map((comment) => (
                  <li key={comment.id}>
                    <Comment version={version} comment={comment} answer={() => setAnswering(comment.id)} />
                    <ul>
                      {all
                        .filter(({ parentId }) => parentId === comment.id)
                        .map((answer) => (
                          <li key={answer.id}>
                            <Comment version={version} comment={answer} answer={() => undefined} />
                          </li>
                        ))}
                    </ul>
                    {answering === comment.id ? (
                      <CommentForm version={version} parentId={comment.id} done={() => setAnswering(null)} />
                    ) : null}
                  </li>
                ))}
            </ul>
          </>
        )}
      </QueryView>
      {answering === null ? <CommentForm version={version} parentId={null} done={() => undefined} /> : null}
    </section>
  );
}
