export { NONCONFORMITY_LIFECYCLE, type NonconformityState } from './domain/nonconformity-lifecycle';
