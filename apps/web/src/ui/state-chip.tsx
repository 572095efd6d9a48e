import { type ReactElement } from 'react';
import { type DisplayState } from '~/api/types';
import { useText } from '~/app/preferences';

export type Tone = 'green' | 'amber' | 'blue' | 'grey' | 'red';

const TONES: Record<DisplayState, Tone> = {
  draft: 'grey',
  'waiting-review': 'amber',
  'waiting-approval': 'amber',
  returned: 'amber',
  approved: 'blue',
  scheduled: 'blue',
  effective: 'green',
  superseded: 'grey',
  withdrawn: 'grey',
};

/** State as a word with a colour; never as a colour alone. */
export function Chip({ tone, children }: { tone: Tone; children: string }): ReactElement {
  return <span className={`chip chip-${tone}`}>{children}</span>;
}

export function StateChip({ state }: { state: DisplayState }): ReactElement {
  const text = useText();
  return <Chip tone={TONES[state]}>{text.documents.states[state]}</Chip>;
}
