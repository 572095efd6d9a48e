import { type ReactElement } from 'react';
import { type PaperCopyLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { Chip, type Tone } from '~/ui/state-chip';

const TONES: Record<PaperCopyLine['state'], Tone> = {
  held: 'green',
  'to-recall': 'amber',
  recalled: 'blue',
  destroyed: 'grey',
  lost: 'red',
};

export function PaperChip({ state }: { state: PaperCopyLine['state'] }): ReactElement {
  const { distribution } = useText();
  return <Chip tone={TONES[state]}>{distribution.paperStates[state]}</Chip>;
}
