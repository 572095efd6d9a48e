import { IllegalTransition, localDate, unreachableStates } from '@app/kernel';

import {
  Declaration,
  DECLARATION_LIFECYCLE,
  type DeclarationSignature,
  type DeclarationState,
} from './declaration';
import { type Condition, readinessOf } from './readiness';
import {
  AlreadyRegistered,
  AlreadySigned,
  ContentSigned,
  NotPublished,
  NotReady,
  NotYetSigned,
  ReasonMissing,
  SignedInFuture,
} from './refusals';

const TODAY = localDate(2026, 11, 23);
const MET: Condition[] = [{ code: 'effective-procedures', state: 'met' }];
const UNMET: Condition[] = [{ code: 'effective-procedures', state: 'unmet' }];
const SIGNATURE: DeclarationSignature = {
  signerId: 'p',
  signerName: 'Lê Thị Hà',
  signerPosition: 'Chủ tịch UBND xã',
  signerFormula: 'TM.',
  contentHash: 'a'.repeat(64),
  signedAt: new Date('2026-11-23T01:00:00Z'),
};
const STATES = Object.keys(DECLARATION_LIFECYCLE) as DeclarationState[];

function inState(state: DeclarationState): Declaration {
  const draft = Declaration.draft({ kind: 'first', reason: null }).snapshot;
  return Declaration.restore({ ...draft, state });
}

describe('Declaration', () => {
  it('has no state that cannot be reached from draft', () => {
    expect(unreachableStates(DECLARATION_LIFECYCLE, 'draft')).toEqual([]);
  });

  it('goes from draft to published', () => {
    const declaration = Declaration.draft({ kind: 'first', reason: null });

    declaration.assess(MET);
    declaration.sign(SIGNATURE, MET);
    declaration.register({ number: '05/CB-UBND', signedOn: TODAY, today: TODAY });
    declaration.publish();

    expect(declaration.snapshot).toMatchObject({
      state: 'published',
      number: '05/CB-UBND',
      signature: SIGNATURE,
    });
  });

  it('falls back to draft when a condition is no longer met', () => {
    const declaration = inState('ready');

    declaration.assess(UNMET);

    expect(declaration.snapshot.state).toBe('draft');
  });

  it('wants a reason to be declared again', () => {
    expect(() => Declaration.draft({ kind: 'again', reason: null })).toThrow(ReasonMissing);
    expect(() => inState('draft').edit({ kind: 'again', reason: null })).toThrow(ReasonMissing);
  });

  it('refuses to be signed while a condition is unmet, and names it', () => {
    const declaration = inState('ready');

    expect(() => {
      declaration.sign(SIGNATURE, UNMET);
    }).toThrow(NotReady);
    expect(declaration.snapshot.state).toBe('ready');
  });

  it('refuses a date of signing that is still to come', () => {
    const declaration = inState('signed');

    expect(() => {
      declaration.register({ number: '5', signedOn: localDate(2026, 11, 24), today: TODAY });
    }).toThrow(SignedInFuture);
  });

  describe.each(STATES)('when it is %s', (state) => {
    const open = ['draft', 'ready'].includes(state);

    it('is edited and signed only while it is open', () => {
      const acts = [
        () => {
          inState(state).edit({ kind: 'first', reason: null });
        },
        () => {
          inState(state).sign(SIGNATURE, MET);
        },
      ];

      if (open) for (const act of acts) act();
      expect(acts.map((act) => refusalOf(act))).toEqual(open ? [null, null] : [ContentSigned, AlreadySigned]);
    });

    it('is registered only when signed', () => {
      const expected = open ? NotYetSigned : state === 'signed' ? null : AlreadyRegistered;

      expect(
        refusalOf(() => {
          inState(state).register({ number: '1', signedOn: TODAY, today: TODAY });
        }),
      ).toBe(expected);
    });

    it('is published only when registered', () => {
      expect(
        refusalOf(() => {
          inState(state).publish();
        }),
      ).toBe(state === 'registered' ? null : IllegalTransition);
    });

    it('ends only when published', () => {
      const published = state === 'published';

      expect(
        refusalOf(() => {
          inState(state).withdraw('nhầm phạm vi');
        }),
      ).toBe(published ? null : NotPublished);
      expect(
        refusalOf(() => {
          inState(state).supersede();
        }),
      ).toBe(published ? null : IllegalTransition);
    });
  });
});

describe('readinessOf', () => {
  it('wants at least one procedure, all of them in force', () => {
    const states = (scope: string[], inForce: string[]): string[] =>
      readinessOf({ scope, inForce: new Set(inForce), standardDeclarable: true })
        .slice(0, 2)
        .map(({ state }) => state);

    expect(states([], [])).toEqual(['unmet', 'met']);
    expect(states(['a'], ['b'])).toEqual(['met', 'unmet']);
    expect(states(['a'], ['a', 'b'])).toEqual(['met', 'met']);
  });

  it('says plainly what the system does not know', () => {
    const known = readinessOf({ scope: [], inForce: new Set(), standardDeclarable: false });

    expect(known.filter(({ state }) => state === 'information').map(({ code }) => code)).toEqual([
      'internal-audit',
      'management-review',
      'tthc-coverage',
    ]);
  });
});

function refusalOf(act: () => void): unknown {
  try {
    act();
    return null;
  } catch (error) {
    return (error as Error).constructor;
  }
}
