import { Button } from 'antd';
import { type ReactElement, type SubmitEvent, useState } from 'react';
import { useText } from '~/app/preferences';
import { ProblemNotice } from '~/ui/problem-notice';
import { useSignIn } from './me';
import { entry, PlainField } from './plain-field';

export function SignInForm({ done, login }: { done: () => void; login?: string }): ReactElement {
  const text = useText();
  const signIn = useSignIn(done);
  const [shown, setShown] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.mutate({ login: entry(form, 'login').trim(), password: entry(form, 'password') });
  };
  return (
    <form onSubmit={submit}>
      {signIn.error === null ? null : <ProblemNotice error={signIn.error} title={text.common.error.action} />}
      <PlainField
        name="login"
        label={text.session.login}
        type="text"
        autoComplete="username"
        initial={login}
        autoFocus={login === undefined}
      />
      <PlainField
        name="password"
        label={text.session.password}
        type={shown ? 'text' : 'password'}
        autoComplete="current-password"
        autoFocus={login !== undefined}
      />
      <label className="plain-check">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />{' '}
        {text.session.showPassword}
      </label>
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        {text.session.submit}
      </Button>
    </form>
  );
}
