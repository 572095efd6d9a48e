import { type ReactElement, useEffect } from 'react';
import { api } from '~/api/client';
import { useText } from '~/app/preferences';
import { Icon } from '~/ui/icon';
import { useMe } from './me';

export const LOCK_PATH = '/lock';
const CHANNEL = 'iso-machine';
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const LOOK_EVERY_MS = 2_000;

/**
 * A new page for the next person: what was fetched, opened or half typed was in the memory of this one. It is emptied
 * first, because a browser may keep a page that it left and show it again for "back".
 */
export function leaveNothing(): void {
  document.body.replaceChildren();
  window.location.replace(LOCK_PATH);
}

/** Ends the session; nothing of a person is ever kept in the browser's storage (OF-08). */
export async function lockMachine(): Promise<void> {
  try {
    await api.delete('/sessions/current');
  } finally {
    leaveNothing();
  }
}

/** All tabs of the machine lock together, and work in one keeps the others open. */
function useIdleLock(lockSeconds: number | null): void {
  useEffect(() => {
    if (lockSeconds === null) return undefined;
    let last = Date.now();
    const channel = 'BroadcastChannel' in window ? new BroadcastChannel(CHANNEL) : null;
    const lives = (): void => {
      if (Date.now() - last > 1_000) channel?.postMessage('alive');
      last = Date.now();
    };
    const look = window.setInterval(() => {
      if (Date.now() - last < lockSeconds * 1_000) return;
      channel?.postMessage('locked');
      void lockMachine();
    }, LOOK_EVERY_MS);
    if (channel !== null) {
      channel.onmessage = ({ data }) => {
        if (data === 'locked') leaveNothing();
        else last = Date.now();
      };
    }
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, lives, { passive: true });
    return () => {
      window.clearInterval(look);
      channel?.close();
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, lives);
    };
  }, [lockSeconds]);
}

/** At a shared machine: locks by itself, and at a press for the next person (OF-08). */
export function MachineLock(): ReactElement | null {
  const { desk } = useText();
  const { machine } = useMe();
  useIdleLock(machine?.lockSeconds ?? null);
  if (machine === null) return null;
  return (
    <button
      type="button"
      className="top-button machine-lock"
      title={desk.isPlaced(machine.name)}
      aria-label={desk.lockNow}
      onClick={() => void lockMachine()}
    >
      <Icon name="lock" />
      <span className="top-wide">{desk.lockNow}</span>
    </button>
  );
}
