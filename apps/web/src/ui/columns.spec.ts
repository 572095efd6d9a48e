import { describe, expect, it } from '@jest/globals';
import { chosenColumns, keptAfter } from './columns';

const COLUMNS = [{ key: 'code' }, { key: 'title', main: true }, { key: 'unit' }];
const keys = (columns: readonly { key: string }[]): string[] => columns.map(({ key }) => key);

describe('columns that a person chose', () => {
  it('are those of the list until something is chosen', () => {
    expect(keys(chosenColumns(COLUMNS, []).shown)).toEqual(['code', 'title', 'unit']);
  });

  it('keep order and what is hidden; the naming column never hides, a new one has its own place', () => {
    const { shown, ordered } = chosenColumns(COLUMNS, ['unit', '-title', '-gone']);

    expect(keys(ordered)).toEqual(['code', 'unit', 'title']);
    expect(keys(shown)).toEqual(['code', 'unit', 'title']);
  });

  it('move and hide one at a time', () => {
    const { ordered, shown } = chosenColumns(COLUMNS, []);

    expect(keptAfter(ordered, shown, { key: 'unit', to: 'up' })).toEqual(['code', 'unit', 'title']);
    expect(keptAfter(ordered, shown, { key: 'code', to: 'toggle' })).toEqual(['-code', 'title', 'unit']);
    expect(keptAfter(ordered, shown, { key: 'code', to: 'up' })).toEqual(['code', 'title', 'unit']);
  });
});
