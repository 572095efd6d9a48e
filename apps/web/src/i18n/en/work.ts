import { type Dictionary } from '../vi/index';

export const work: Dictionary['work'] = {
  title: 'My work',
  groups: { overdue: 'Overdue', 'this-week': 'This week', later: 'Later' },
  kinds: {
    review: 'Review',
    approve: 'Approve',
    'confirm-drafting': 'Confirm drafting',
    'register-decision': 'Enter decision number and date',
    revise: 'Revise a document',
    assess: 'Assess a document',
    'register-declaration': 'Enter declaration number and date',
    'sign-declaration': 'Sign a declaration',
    'fix-returned': 'Mend a returned version',
    'answer-request': 'Answer a request',
    'review-periodically': 'Periodic review',
    'approve-disposal': 'Approve a disposal',
  },
  due: (day) => `Due ${day}`,
  overdueDays: (count) => `${String(count)} days late`,
  dueToday: 'due today',
  daysLeft: (count) => `${String(count)} days left`,
  noDue: 'No deadline',
  opened: (day) => `Given on ${day}`,
  following: 'Following',
  followingHint: 'Somebody else does this, you follow it',
  empty: 'No task is waiting',
  emptyGroup: {
    overdue: 'Nothing is overdue.',
    'this-week': 'Nothing is due this week.',
    later: 'Nothing is due after this week.',
  },
  steps: [
    'What you must review, approve or revise appears here when somebody submits it or a legal text changes.',
    'To read a procedure in force, open “Documents in force”.',
    'An ISO secretary begins a document in “Drafting and issuing” with “Upload”.',
  ],
};
