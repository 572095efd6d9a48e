import { type Dictionary } from '../vi/index';

export const apiTokens: Dictionary['apiTokens'] = {
  title: 'API keys',
  note: 'Keys by which other programs read the register of texts or propose new ones. No key records or confirms in the place of a person.',
  issue: 'Create a key',
  name: 'Name',
  nameHint: 'Which program uses it, and who looks after that.',
  permission: 'Permission',
  permissions: {
    'legal-register.read': 'Read the register',
    'legal-register.propose': 'Propose texts',
  },
  lastDay: 'Works until the end of',
  lastDayHint: 'Within a year. It also ends when its maker is no administrator any more.',
  state: 'State',
  states: { active: 'Works', expired: 'Ended', revoked: 'Revoked' },
  createdBy: (name: string, when: string) => `Created by ${name} on ${when}`,
  lastUsed: 'Last used',
  expires: 'Ends',
  revoke: 'Revoke',
  revokeTitle: (name: string) => `Revoke the key “${name}”`,
  revokeNote:
    'The program that uses it is refused at once. This cannot be undone: create a new key if needed.',
  revoked: 'The key is revoked.',
  shownOnce: 'Copy the key now: only its hash is kept and it is not shown again.',
  empty: 'No key yet',
  emptySteps: [
    'Choose “Create a key”, name the program, choose permissions and the last day.',
    'Copy the key into that program.',
  ],
};
