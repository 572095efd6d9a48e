import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type RawSearch, wholeNumber, words } from '../search-params';
import { shellRoute } from './base';

const overdue = createRoute({
  getParentRoute: () => shellRoute,
  path: '/overdue-work',
  validateSearch: (search: RawSearch): { unitId?: string; q?: string } => ({
    unitId: words(search['unitId']),
    q: words(search['q']),
  }),
  component: lazyRouteComponent(() => import('~/screens/reminders/overdue-screen'), 'OverdueScreen'),
});

const urgings = createRoute({
  getParentRoute: () => shellRoute,
  path: '/urgings',
  component: lazyRouteComponent(() => import('~/screens/reminders/urgings-screen'), 'UrgingsScreen'),
});

const escalations = createRoute({
  getParentRoute: () => shellRoute,
  path: '/escalations',
  component: lazyRouteComponent(() => import('~/screens/reminders/urgings-screen'), 'EscalationsScreen'),
});

const rules = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reminder-rules',
  component: lazyRouteComponent(() => import('~/screens/reminders/rules-screen'), 'RulesScreen'),
});

const calendar = createRoute({
  getParentRoute: () => shellRoute,
  path: '/working-calendar',
  validateSearch: (search: RawSearch): { year?: number } => ({ year: wholeNumber(search['year']) }),
  component: lazyRouteComponent(() => import('~/screens/reminders/calendar-screen'), 'CalendarScreen'),
});

export const reminderRoutes = [overdue, urgings, escalations, rules, calendar] as const;
