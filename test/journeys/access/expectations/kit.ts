import { type Role } from '@app/kernel';

import { type Scene } from '../scene';

/** What must hold of one route, written by hand: the permission tables of the slices are not consulted. */
export interface Expectation {
  may: readonly Role[] | 'public' | 'signed-in';
  /** Address with the ids of the agency under test. */
  at?: (scene: Scene) => string;
  /** Answer to an entitled person of the agency; 200 unless said. Asked of reads only: changes are sent empty. */
  own?: (role: Role) => number;
  /** A body that would be accepted, for the people of other agencies. */
  body?: (scene: Scene) => unknown;
  /** Answer to an entitled person of another agency; 404 for an address with an id, 200 without, unless said. */
  foreign?: number;
}

export const MAKERS = ['author', 'secretary', 'unit-focal'] as const;
export const SIGNERS = ['reviewer', 'approver', 'head'] as const;
export const OFFICERS = [...MAKERS, ...SIGNERS, 'clerk', 'office-lead', 'agency-admin'] as const;
export const WITNESSES = [...OFFICERS, 'auditor'] as const;

export type Expectations = Readonly<Record<string, Expectation>>;

/** A request that carries a file. */
export function aFile(): FormData {
  const form = new FormData();
  form.set('file', new Blob(['%PDF-1.7']), 'quyet-dinh.pdf');
  return form;
}
