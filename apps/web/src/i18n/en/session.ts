import { type Dictionary } from '../vi/index';

export const session: Dictionary['session'] = {
  title: 'Sign in',
  intro: 'Quality management under TCVN ISO 9001 for state agencies',
  login: 'User name or e-mail',
  password: 'Password',
  submit: 'Sign in',
  expired:
    'The session has ended. Sign in again to go on; what you typed is kept while this page stays open.',
  signedOut: 'Signed out.',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
};
