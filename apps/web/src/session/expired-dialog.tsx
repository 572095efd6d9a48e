import { Modal } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import { onSessionExpired } from '~/api/client';
import { useText } from '~/app/preferences';
import { useMe } from './me';
import { SignInForm } from './sign-in-form';

/** Signing in again happens over the page, so that a half-filled form is not lost. */
export function ExpiredDialog(): ReactElement {
  const text = useText();
  const me = useMe();
  const [open, setOpen] = useState(false);
  useEffect(
    () =>
      onSessionExpired(() => {
        setOpen(true);
      }),
    [],
  );
  return (
    <Modal
      open={open}
      title={text.session.title}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      destroyOnHidden
      width={420}
    >
      <p>{text.session.expired}</p>
      <SignInForm
        login={me.person.email}
        done={() => {
          setOpen(false);
        }}
      />
    </Modal>
  );
}
