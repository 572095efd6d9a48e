import { type ImportItemChanges, type ImportItemView } from '~/api/types';

export interface RowSaving {
  save: (row: ImportItemView, changes: ImportItemChanges) => void;
  pending: boolean;
  error: unknown;
}
