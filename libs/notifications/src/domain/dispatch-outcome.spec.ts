import { afterTry } from './dispatch-outcome';

describe('afterTry()', () => {
  it('ends with an accepted mail', () => {
    expect(afterTry('accepted', { attempts: 1, unsureTries: 0 })).toEqual({
      state: 'sent',
      unsureTries: 0,
      retryAfter: null,
    });
  });

  it('tries an unsure mail once more, never twice', () => {
    const first = afterTry('unsure', { attempts: 1, unsureTries: 0 });
    const second = afterTry('unsure', { attempts: 2, unsureTries: first.unsureTries });

    expect(first).toMatchObject({ state: 'uncertain', retryAfter: 30 });
    expect(second).toMatchObject({ state: 'uncertain', retryAfter: null });
  });

  it('waits longer after each refusal and gives up in the end', () => {
    const pauses = Array.from({ length: 10 }, (_, index) =>
      afterTry('refused', { attempts: index + 1, unsureTries: 0 }),
    );

    expect(pauses.map(({ retryAfter }) => retryAfter)).toEqual([
      30,
      60,
      120,
      240,
      480,
      960,
      1920,
      3600,
      3600,
      null,
    ]);
    expect(pauses.at(-1)?.state).toBe('failed');
  });

  it('gives up at once when the server will never take it', () => {
    expect(afterTry('refused-for-good', { attempts: 1, unsureTries: 0 })).toMatchObject({
      state: 'failed',
      retryAfter: null,
    });
  });

  it('keeps the mark of an unsure try when the next one is refused', () => {
    expect(afterTry('refused-for-good', { attempts: 2, unsureTries: 1 }).state).toBe('uncertain');
  });
});
