import { type ReactElement } from 'react';
import { useText } from '~/app/preferences';
import { LinkButton } from '~/ui/link-button';

/** The door to a new document. */
export function UploadLink(): ReactElement {
  const text = useText();
  return (
    <LinkButton primary href="/uploads/new" icon="upload">
      {text.drafting.upload}
    </LinkButton>
  );
}
