import { PASSWORD } from '../../../support/staging';
import { type Expectations } from './kit';

const SIGNED_IN = 'signed-in' as const;

/** Everything under /me is about the caller alone. */
export const SECOND_FACTOR: Expectations = {
  'GET /me/second-factor': { may: SIGNED_IN },
  'POST /me/second-factor': { may: SIGNED_IN, body: () => ({ password: PASSWORD }) },
  'POST /me/second-factor/confirmation': {
    may: SIGNED_IN,
    body: () => ({ code: '000000', undertaken: 'yes' }),
    foreign: 422,
  },
  'POST /me/second-factor/proofs': { may: SIGNED_IN, body: () => ({ code: '000000' }), foreign: 409 },
  'POST /me/second-factor/removal': { may: SIGNED_IN, body: () => ({ password: PASSWORD }), foreign: 204 },

  'GET /signing-policy': { may: ['agency-admin'] },
  'PUT /signing-policy': {
    may: ['agency-admin'],
    body: () => ({ signersNeedSecondFactor: false }),
    foreign: 200,
  },
};
