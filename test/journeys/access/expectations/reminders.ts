import { ROLES } from '@app/kernel';

import { type Expectations, WITNESSES } from './kit';

const STEWARDS = ['province-admin', 'installation-admin'] as const;
const RULE_READERS = [...WITNESSES, 'province-reader', 'legal-steward', ...STEWARDS] as const;
const RULE_SETTERS = ['secretary', 'agency-admin', ...STEWARDS] as const;
const CALENDAR_SETTERS = ['legal-steward', ...STEWARDS] as const;
const LEADERS = ['secretary', 'head', 'office-lead'] as const;
const rule = { stages: [7, 0], repeatDays: 7, escalation: [] };

/** Reminders, their rules, the working calendar. */
export const REMINDERS: Expectations = {
  'GET /reminder-rules': { may: RULE_READERS },
  'PUT /reminder-rules': {
    may: RULE_SETTERS,
    body: () => ({ ...rule, kind: 'legal-impact.revise', basedOn: 999, reason: 'Chiếm' }),
    foreign: 412,
  },
  'POST /reminder-rules/return': {
    may: RULE_SETTERS,
    body: () => ({ kind: 'documents.read', basedOn: 999, reason: 'Chiếm' }),
    foreign: 412,
  },
  'POST /reminder-rules/preview': {
    may: RULE_READERS,
    body: () => ({ ...rule, dueOn: '2026-12-18' }),
    foreign: 200,
  },
  'GET /me/notification-settings': { may: ROLES },
  'PUT /me/notification-settings': { may: ROLES, body: () => ({ mutesInformation: false }), foreign: 204 },
  'GET /notification-policy': { may: RULE_READERS },
  'PUT /notification-policy': {
    may: ['agency-admin', ...STEWARDS],
    body: () => ({
      urgentKinds: [],
      earliestHour: 6,
      latestHour: 17,
      mayMute: true,
      mayQuiet: true,
      basedOn: 999,
    }),
    foreign: 412,
  },
  'GET /escalations': { may: ['secretary', 'head', 'office-lead'] },
  'GET /work-items/groups': { may: ROLES },
  'GET /overdue-work': { may: LEADERS },
  'GET /overdue-work/units': { may: LEADERS },
  'POST /urgings': { may: LEADERS, body: () => ({}), foreign: 409 },
  'GET /urgings': { may: LEADERS },
  'GET /urgings/:id/letter': { may: LEADERS, at: ({ urging }) => `/urgings/${urging}/letter` },
  'GET /weekly-work': { may: LEADERS },
  'GET /me/calendar': { may: ROLES },
  'POST /me/calendar': { may: ROLES, foreign: 201 },
  'DELETE /me/calendar': { may: ROLES, foreign: 204 },
  'GET /calendars/:token.ics': {
    may: 'public',
    at: () => '/calendars/none.ics',
    own: () => 404,
    foreign: 404,
  },
  'GET /working-calendar': { may: ROLES },
  'PUT /working-calendar/days': {
    may: CALENDAR_SETTERS,
    body: () => ({
      from: '2031-05-02',
      until: '2031-05-02',
      kind: 'holiday',
      name: 'Thử',
      legalBasis: 'Chiếm',
    }),
    foreign: 204,
  },
  'POST /working-calendar/removals': {
    may: CALENDAR_SETTERS,
    body: () => ({ day: '2031-05-03', reason: 'Chiếm' }),
    foreign: 404,
  },
};
