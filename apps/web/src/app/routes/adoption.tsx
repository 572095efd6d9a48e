import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, words } from '../search-params';
import { shellRoute } from './base';

const adoptions = createRoute({
  getParentRoute: () => shellRoute,
  path: '/adoptions',
  validateSearch: (search: RawSearch): { scope?: 'waiting' | 'applied'; batch?: string } => ({
    scope: oneOf(['waiting', 'applied'], search['scope']),
    batch: words(search['batch']),
  }),
  component: lazyRouteComponent(() => import('~/screens/adoption/adoptions-screen'), 'AdoptionsScreen'),
});

const offerings = createRoute({
  getParentRoute: () => shellRoute,
  path: '/offerings',
  component: lazyRouteComponent(() => import('~/screens/adoption/offerings-screen'), 'OfferingsScreen'),
});

const offering = createRoute({
  getParentRoute: () => shellRoute,
  path: '/offerings/$offeringId',
  component: lazyRouteComponent(() => import('~/screens/adoption/offering-screen'), 'OfferingScreen'),
});

const continuations = createRoute({
  getParentRoute: () => shellRoute,
  path: '/continuations',
  component: lazyRouteComponent(
    () => import('~/screens/adoption/continuations-screen'),
    'ContinuationsScreen',
  ),
});

const successions = createRoute({
  getParentRoute: () => shellRoute,
  path: '/successions',
  component: lazyRouteComponent(
    () => import('~/screens/administration/successions-screen'),
    'SuccessionsScreen',
  ),
});

const health = createRoute({
  getParentRoute: () => shellRoute,
  path: '/document-health',
  validateSearch: (
    search: RawSearch,
  ): { kind?: 'retired-name' | 'no-owner' | 'review-overdue' | 'law-expired' } => ({
    kind: oneOf(['retired-name', 'no-owner', 'review-overdue', 'law-expired'], search['kind']),
  }),
  component: lazyRouteComponent(() => import('~/screens/adoption/health-screen'), 'HealthScreen'),
});

export const adoptionRoutes = [adoptions, offerings, offering, continuations, successions, health] as const;
