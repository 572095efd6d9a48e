export type * from './types-documents';
export type * from './types-registers';
