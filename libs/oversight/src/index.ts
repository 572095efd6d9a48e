export { INSPECTION_LIFECYCLE, type InspectionState } from './domain/inspection-lifecycle';
