export { SECTION_LOCKS, type SectionLock } from './domain/section-lock';
