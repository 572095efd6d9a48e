import { addDays, IllegalTransition, type LocalDate, unreachableStates } from '@app/kernel';

import {
  CHANGE_LIFECYCLE,
  type ChangeSnapshot,
  type ConfirmationTerms,
  type Confirmer,
  gravest,
  isEntitled,
  LegalChange,
  scopeOf,
} from './legal-change';
import { DeadlinePast, NotEntitledForField, NotTheSteward, SecondPersonNeeded } from './refusals';

const TODAY = '2026-11-23' as LocalDate;
const ANA: Confirmer = {
  agencyId: 'province',
  personId: 'ana',
  personName: 'Ana',
  roles: ['province-admin'],
  entitledFields: ['*'],
};
const BRUNO: Confirmer = { ...ANA, personId: 'bruno', personName: 'Bruno' };

function aChange(changes: Partial<ChangeSnapshot> = {}): LegalChange {
  return LegalChange.restore({
    id: 'change',
    stewardAgencyId: 'province',
    audience: 'vn.p38',
    scope: 'province',
    textId: 'text',
    kind: 'replaces',
    field: null,
    effectiveOn: null,
    state: 'recorded',
    firstConfirmed: null,
    confirmed: null,
    withdrawn: null,
    deadlineOn: null,
    deadlineBasis: null,
    reach: null,
    rowVersion: 1,
    ...changes,
  });
}

function terms(changes: Partial<ConfirmationTerms> = {}): ConfirmationTerms {
  return {
    at: new Date('2026-11-23T02:00:00Z'),
    today: TODAY,
    deadlineOn: addDays(TODAY, 30),
    deadlineBasis: null,
    reach: { agencies: 3, documents: 500, people: 9 },
    secondPersonAbove: 500,
    ...changes,
  };
}

const WIDE = terms({ reach: { agencies: 166, documents: 501, people: 300 } });

describe('LegalChange', () => {
  it('freezes reach, deadline and confirmer', () => {
    const change = aChange();

    expect(change.confirm(ANA, terms())).toBe('confirmed');
    expect(change.snapshot).toMatchObject({
      state: 'confirmed',
      deadlineOn: '2026-12-23',
      reach: { documents: 500 },
      confirmed: { by: 'ana', byName: 'Ana' },
    });
  });

  it('changes nothing when confirmed again, by whomever', () => {
    const change = aChange();
    change.confirm(ANA, terms());
    const before = change.snapshot;

    expect(change.confirm(BRUNO, terms({ deadlineOn: addDays(TODAY, 60) }))).toBe('unchanged');
    expect(change.snapshot).toBe(before);
  });

  it('asks for a second person above the limit, and for another one', () => {
    const change = aChange();

    expect(change.confirm(ANA, WIDE)).toBe('awaits-second-person');
    expect(change.snapshot.state).toBe('recorded');
    expect(() => change.confirm(ANA, WIDE)).toThrow(SecondPersonNeeded);
    expect(change.confirm(BRUNO, WIDE)).toBe('confirmed');
    expect(change.snapshot).toMatchObject({ firstConfirmed: { by: 'ana' }, confirmed: { by: 'bruno' } });
  });

  it.each([-1, 5000])('refuses a deadline %i days from today', (days) => {
    expect(() => aChange().confirm(ANA, terms({ deadlineOn: addDays(TODAY, days) }))).toThrow(DeadlinePast);
  });

  it('refuses a withdrawn change', () => {
    expect(() => aChange({ state: 'withdrawn' }).confirm(ANA, terms())).toThrow(IllegalTransition);
  });

  it('refuses everybody but its steward, whatever they are entitled to', () => {
    expect(() => {
      aChange().assertMayConfirm({ ...ANA, agencyId: 'commune' });
    }).toThrow(NotTheSteward);
  });

  it.each<[Partial<Confirmer>, string | null]>([
    [{ entitledFields: [] }, null],
    [{ entitledFields: ['đất đai'] }, 'hộ tịch'],
    [{ entitledFields: ['hộ tịch'] }, null],
    [{ roles: ['secretary', 'head'] }, null],
    [{ roles: ['installation-admin'] }, null],
  ])('refuses %j at the province for the field %j', (who, field) => {
    expect(() => {
      aChange({ field }).assertMayConfirm({ ...ANA, ...who });
    }).toThrow(NotEntitledForField);
  });
});

describe('isEntitled()', () => {
  it.each([
    ['agency', ['secretary'], [], true],
    ['agency', ['reader'], ['*'], false],
    ['province', ['legal-steward'], ['hộ tịch'], true],
    ['installation', ['legal-steward'], ['*'], true],
    ['installation', ['province-admin'], ['*'], false],
    ['installation', ['legal-steward'], [], false],
  ] as const)('for the scope %s with %j and %j is %s', (scope, roles, entitledFields, expected) => {
    expect(isEntitled(scope, { roles, entitledFields }, 'hộ tịch')).toBe(expected);
  });
});

it.each([
  ['installation', 'installation'],
  ['province', 'province'],
  ['department', 'agency'],
  ['office', 'agency'],
  ['commune', 'agency'],
  ['', 'agency'],
])('an entry of a %s works for: %s', (kind, scope) => {
  expect(scopeOf(kind)).toBe(scope);
});

it('names a change after the gravest of its acts', () => {
  expect(gravest(['amends', 'repeals'])).toBe('repeals');
  expect(gravest(['amends', 'replaces', 'repeals'])).toBe('replaces');
  expect(gravest([])).toBeNull();
});

it('has no state that cannot be reached', () => {
  expect(unreachableStates(CHANGE_LIFECYCLE, 'recorded')).toEqual([]);
});
