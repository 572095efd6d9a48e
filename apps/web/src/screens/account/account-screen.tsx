import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Switch } from 'antd';
import { type ReactElement, useState } from 'react';
import { api } from '~/api/client';
import { type SecondFactorView, type SigningPolicyView } from '~/api/types';
import { useAction } from '~/api/use-action';
import { useText } from '~/app/preferences';
import { useMe } from '~/session/me';
import { formatInstant } from '~/ui/dates';
import { Facts } from '~/ui/facts';
import { PasswordItem } from '~/ui/fields';
import { FormDialog } from '~/ui/form-dialog';
import { PageHead } from '~/ui/page-head';
import { ProblemNotice } from '~/ui/problem-notice';
import { Chip } from '~/ui/state-chip';
import { say } from '~/ui/toast';
import { MachinePart, PasswordPart } from '../desk/account-parts';
import { PersonalCalendar } from '../reminders/personal-calendar';
import { PersonalSettings } from '../reminders/personal-settings';
import { EnrolDialog } from './enrol-dialog';

const KEY = '/me/second-factor';

function RemoveDialog({ open, close }: { open: boolean; close: () => void }): ReactElement {
  const { account } = useText();
  const [form] = Form.useForm<{ password: string }>();
  const remove = useAction<{ password: string }, unknown>(
    (body, key) => api.post('/me/second-factor/removal', { body, key }),
    { stale: [KEY], done: close },
  );
  return (
    <FormDialog<{ password: string }>
      open={open}
      close={close}
      title={account.disable}
      submit={account.disable}
      danger
      form={form}
      onFinish={(values) => remove.mutate(values)}
      pending={remove.isPending}
      error={remove.error}
    >
      <p className="quiet">{account.disableNote}</p>
      <PasswordItem />
    </FormDialog>
  );
}

function SecondFactorPart({ state }: { state: SecondFactorView }): ReactElement {
  const { account } = useText();
  const [dialog, setDialog] = useState<'enrol' | 'remove' | null>(null);
  const close = (): void => setDialog(null);
  return (
    <section>
      <h2>{account.secondFactor}</h2>
      <p className="quiet">{account.explain}</p>
      <p className="gap-below">
        <Chip tone={state.enabled ? 'green' : 'grey'}>{state.enabled ? account.on : account.off}</Chip>{' '}
        {state.confirmedAt === null ? null : (
          <span className="quiet">
            {account.since(formatInstant(state.confirmedAt))} · {account.codesLeft(state.codesLeft)}
          </span>
        )}
      </p>
      {state.demanded ? <p>{account.demanded}</p> : null}
      {state.proved ? <p className="quiet">{account.provedNow}</p> : null}
      <div className="page-actions">
        {state.enabled ? (
          <Button danger disabled={state.demanded} onClick={() => setDialog('remove')}>
            {account.disable}
          </Button>
        ) : (
          <Button type="primary" onClick={() => setDialog('enrol')}>
            {account.enable}
          </Button>
        )}
      </div>
      {state.enabled ? (
        <>
          <h3>{account.undertaking}</h3>
          <blockquote>{state.undertaking}</blockquote>
        </>
      ) : null}
      {dialog === 'enrol' ? <EnrolDialog undertaking={state.undertaking} close={close} /> : null}
      <RemoveDialog open={dialog === 'remove'} close={close} />
    </section>
  );
}

function PolicyPart(): ReactElement {
  const { account } = useText();
  const client = useQueryClient();
  const policy = useQuery({
    queryKey: ['/signing-policy'],
    queryFn: ({ signal }) => api.get<SigningPolicyView>('/signing-policy', signal),
  });
  const set = useAction<SigningPolicyView, SigningPolicyView>(
    (body) => api.put('/signing-policy', { body }),
    {
      stale: [KEY, '/signing-policy'],
      done: (saved) => {
        client.setQueryData(['/signing-policy'], saved);
        say(account.saved);
      },
    },
  );
  const error = policy.error ?? set.error;
  return (
    <section>
      <h2>{account.policy}</h2>
      {error === null ? null : <ProblemNotice error={error} />}
      <p>
        <Switch
          id="signing-policy"
          checked={policy.data?.signersNeedSecondFactor ?? false}
          loading={policy.isPending || set.isPending}
          onChange={(signersNeedSecondFactor) => set.mutate({ signersNeedSecondFactor })}
        />{' '}
        <label htmlFor="signing-policy">{account.policyLabel}</label>
      </p>
      <p className="quiet">{account.policyNote}</p>
    </section>
  );
}

/** A person's own account: who they are here, and how they sign. */
export function AccountScreen(): ReactElement {
  const { account } = useText();
  const me = useMe();
  const state = useQuery({
    queryKey: [KEY],
    queryFn: ({ signal }) => api.get<SecondFactorView>(KEY, signal),
  });
  return (
    <>
      <PageHead title={account.title} />
      <section className="panel panel-pad form-page gap-below">
        <Facts
          facts={[
            [account.person, me.person.fullName],
            [account.agency, me.agency.name],
            [account.email, me.person.email],
          ]}
        />
        {state.error === null ? null : (
          <ProblemNotice error={state.error} retry={() => void state.refetch()} />
        )}
        {me.account === 'person' ? <PasswordPart /> : null}
        {state.data === undefined || me.account === 'lookup' ? null : <SecondFactorPart state={state.data} />}
        <MachinePart />
        {me.permissions.includes('identity.set-signing-policy') ? <PolicyPart /> : null}
      </section>
      {me.account === 'person' ? <PersonalSettings /> : null}
      {me.account === 'person' ? <PersonalCalendar /> : null}
    </>
  );
}
