import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { onSessionExpired } from '~/api/client';
import { useText } from '~/app/preferences';
import { NativeDialog } from '~/ui/native-dialog';
import { leaveNothing } from './machine-lock';
import { meQuery } from './me';
import { SignInForm } from './sign-in-form';

/** Signing in again happens over the page, so that a half-filled form is not lost. */
export function ExpiredDialog(): ReactElement {
  const text = useText();
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  useEffect(
    () =>
      onSessionExpired(() => {
        // At a shared machine the next person may be another: the page does not wait for them.
        if (client.getQueryData(meQuery.queryKey)?.machine) leaveNothing();
        else setOpen(true);
      }),
    [client],
  );
  return (
    <NativeDialog
      open={open}
      close={() => setOpen(false)}
      label={text.session.title}
      className="expired-dialog"
    >
      <h2>{text.session.title}</h2>
      <p>{text.session.expired}</p>
      <SignInForm done={() => setOpen(false)} />
    </NativeDialog>
  );
}
