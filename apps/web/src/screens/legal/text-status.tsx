import { type ReactElement } from 'react';
import { type LegalTextLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { Chip, type Tone } from '~/ui/state-chip';

const TONES: Record<LegalTextLine['status'], Tone> = {
  recorded: 'grey',
  'in-force': 'green',
  'not-yet': 'blue',
  'partly-expired': 'amber',
  expired: 'grey',
};

export function TextStatus({ status }: { status: LegalTextLine['status'] }): ReactElement {
  const { legal } = useText();
  return <Chip tone={TONES[status]}>{legal.statuses[status]}</Chip>;
}
