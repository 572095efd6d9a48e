export { REVIEW_LIFECYCLE, type ReviewState } from './domain/review-lifecycle';
