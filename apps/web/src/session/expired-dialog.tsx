import { type ReactElement, useEffect, useState } from 'react';
import { onSessionExpired } from '~/api/client';
import { useText } from '~/app/preferences';
import { NativeDialog } from '~/ui/native-dialog';
import { SignInForm } from './sign-in-form';

/** Signing in again happens over the page, so that a half-filled form is not lost. */
export function ExpiredDialog(): ReactElement {
  const text = useText();
  const [open, setOpen] = useState(false);
  useEffect(() => onSessionExpired(() => setOpen(true)), []);
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
