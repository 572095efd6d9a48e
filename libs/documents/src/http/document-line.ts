import { type LocalDate } from '@app/kernel';

import { displayState } from '../domain/display-state';
import { type ListRow } from '../persistence/library.query';
import { type DocumentLine } from './document.dto';

/** A line of a list, with its state as of today in Viet Nam. */
export function documentLine(row: ListRow, today: LocalDate): DocumentLine {
  const { currentStep, isReturned, endsOn, seriesKey: _s, codeKey: _c, createdAt: _a, ...line } = row;
  const stored = { state: line.state, currentStep, isReturned, effectiveOn: line.effectiveOn, endsOn };
  return { ...line, state: displayState(stored, today) };
}
