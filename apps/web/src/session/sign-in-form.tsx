import { Button, Form, Input } from 'antd';
import { type ReactElement } from 'react';
import { type SignInRequest } from '~/api/types';
import { useText } from '~/app/preferences';
import { ProblemNotice } from '~/ui/problem-notice';
import { useSignIn } from './me';

export function SignInForm({ done, login }: { done: () => void; login?: string }): ReactElement {
  const text = useText();
  const signIn = useSignIn(done);
  const rules = [{ required: true, message: text.common.required }];
  return (
    <Form<SignInRequest>
      layout="vertical"
      requiredMark={false}
      initialValues={{ login }}
      onFinish={(values) => {
        signIn.mutate(values);
      }}
    >
      {signIn.error === null ? null : <ProblemNotice error={signIn.error} title={text.common.error.action} />}
      <Form.Item name="login" label={text.session.login} rules={rules}>
        <Input
          autoComplete="username"
          autoFocus={login === undefined}
          autoCapitalize="none"
          spellCheck={false}
          size="large"
        />
      </Form.Item>
      <Form.Item name="password" label={text.session.password} rules={rules}>
        <Input.Password autoComplete="current-password" autoFocus={login !== undefined} size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        {text.session.submit}
      </Button>
    </Form>
  );
}
