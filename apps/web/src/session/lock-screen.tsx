import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, type SubmitEvent, useEffect, useState } from 'react';
import { api } from '~/api/client';
import { ApiProblem } from '~/api/problem';
import { type MachineHereView, type MachinePersonLine, type Me, type SignInRequest } from '~/api/types';
import { useText } from '~/app/preferences';
import { Mark } from '~/shell/mark';
import { ProblemNotice } from '~/ui/problem-notice';
import { entry, PlainField } from './plain-field';

type Chosen = MachinePersonLine | 'other';

function isCodeNeeded(error: unknown): boolean {
  return error instanceof ApiProblem && ['identity.code-needed', 'identity.wrong-code'].includes(error.code);
}

/** A new page for the new person: nothing was kept from the one before. */
function enter(): void {
  window.location.replace('/');
}

function UnlockForm({ chosen, back }: { chosen: Chosen; back: (() => void) | null }): ReactElement {
  const { desk, session, common } = useText();
  const signIn = useMutation<Me, Error, SignInRequest>({
    mutationFn: (body) => api.post<Me>('/sessions', { body }),
    onSuccess: enter,
  });
  const [asksCode, setAsksCode] = useState(false);
  useEffect(() => {
    if (isCodeNeeded(signIn.error)) setAsksCode(true);
  }, [signIn.error]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const who = chosen === 'other' ? { login: entry(form, 'login').trim() } : { personId: chosen.personId };
    const code = entry(form, 'code').trim();
    signIn.mutate({ ...who, password: entry(form, 'password'), ...(code === '' ? {} : { code }) });
  };
  return (
    <form onSubmit={submit} className="unlock-form">
      {signIn.error === null ? null : <ProblemNotice error={signIn.error} title={common.error.action} />}
      {chosen === 'other' ? (
        <PlainField name="login" label={session.login} type="text" autoComplete="off" autoFocus />
      ) : (
        <p className="unlock-name">
          <strong>{chosen.fullName}</strong>
          <span className="quiet">{chosen.positionTitle}</span>
        </p>
      )}
      <PlainField
        name="password"
        label={session.password}
        type="password"
        autoComplete="off"
        autoFocus={chosen !== 'other'}
      />
      {asksCode ? (
        <PlainField name="code" label={desk.code} type="text" autoComplete="one-time-code" />
      ) : null}
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        {desk.unlock}
      </Button>
      {back === null ? null : (
        <Button type="link" block onClick={back}>
          {desk.backToNames}
        </Button>
      )}
    </form>
  );
}

function Names({
  people,
  choose,
}: {
  people: readonly MachinePersonLine[];
  choose: (chosen: Chosen) => void;
}): ReactElement {
  const { desk } = useText();
  return (
    <>
      <p className="quiet">{desk.lockLead}</p>
      <ul className="lock-names">
        {people.map((person) => (
          <li key={person.personId}>
            <button type="button" onClick={() => choose(person)}>
              <strong>{person.fullName}</strong>
              <span>{person.positionTitle}</span>
            </button>
          </li>
        ))}
      </ul>
      <Button block onClick={() => choose('other')}>
        {desk.otherPerson}
      </Button>
    </>
  );
}

/** Màn hình khóa of a shared machine: whoever opened this address leaves nothing behind (OF-08). */
export function LockScreen(): ReactElement {
  const { desk, shell, session } = useText();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const here = useQuery({
    queryKey: ['/machine'],
    queryFn: async ({ signal }) => {
      await api.delete('/sessions/current').catch(() => undefined);
      return api.get<MachineHereView>('/machine', signal);
    },
    refetchOnWindowFocus: false,
  });
  const people = here.data?.people ?? [];
  const shown = chosen ?? (here.isSuccess && people.length === 0 ? 'other' : null);
  return (
    <div className="sign-in">
      <div className="sign-in-side">
        <Mark size={56} />
        <p className="sign-in-product">{shell.product}</p>
        <p className="sign-in-about">{here.data?.agencyName ?? session.intro}</p>
      </div>
      <main className="sign-in-main">
        <div className="sign-in-box">
          <h1>{desk.lockTitle}</h1>
          {here.data?.name ? <p className="lock-machine">{here.data.name}</p> : null}
          {here.error === null ? null : (
            <ProblemNotice error={here.error} retry={() => void here.refetch()} />
          )}
          {shown === null ? (
            <Names people={people} choose={setChosen} />
          ) : (
            <UnlockForm
              key={shown === 'other' ? 'other' : shown.personId}
              chosen={shown}
              back={people.length === 0 ? null : () => setChosen(null)}
            />
          )}
        </div>
      </main>
    </div>
  );
}
