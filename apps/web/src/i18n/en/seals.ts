import { type Dictionary } from '../vi';

export const seals: Dictionary['seals'] = {
  meanings: {
    written: 'Written',
    checked: 'Checked',
    reviewed: 'Reviewed',
    approved: 'Approved',
    verified: 'Verified',
  },
  ways: {
    inside: 'Signed in the product',
    outside: 'Digitally signed outside the product',
    paper: 'Signed on paper',
    said: 'Confirmed in the product',
    imported: 'On the earlier paper',
  },
  valid: 'Matches this content',
  invalid: 'Not valid for this content',
  faults: {
    valid: '',
    round: 'Returned and sent again after it was signed.',
    content: 'The PDF differs from the one that was signed.',
    metadata: 'The cover fields differ from those that were signed.',
    seal: 'The signature was changed, or moved here from elsewhere.',
  },
};
