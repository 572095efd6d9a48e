import { type Dictionary } from '../vi/index';

export const forms: Dictionary['forms'] = {
  internal: 'List of internal documents',
  external: 'List of external documents',
  records: 'List of records',
  request: 'Request to issue or amend',
  submission: 'Submission for issue',
  decision: 'Issuing decision',
  list: 'Annexed list',
  register: 'Distribution and recall register',
  signSheet: 'Sign-off list',
  destruction: 'Minutes of destruction',
  slip: 'Process tracking slip',
  blank: (form: string) => `${form} – blank`,
  ofCase: (form: string, name: string) => `${form}: ${name}`,
  sheet: 'List (.xlsx)',
};
