import { type LocalDate } from '@app/kernel';

import { assertExtension } from './extension';
import { BadExtension, DeadlinePast } from './refusals';

const ASKED = {
  until: '2026-12-20' as LocalDate,
  today: '2026-11-23' as LocalDate,
  reason: 'Chờ hướng dẫn của Bộ Tư pháp',
};

describe('R13: more time', () => {
  it('is given until a day to come, with a reason', () => {
    expect(() => {
      assertExtension(ASKED);
    }).not.toThrow();
  });

  it.each(['2026-11-22', '2028-01-01'])('is not given until %s', (until) => {
    expect(() => {
      assertExtension({ ...ASKED, until: until as LocalDate });
    }).toThrow(DeadlinePast);
  });

  it('is not given without a reason', () => {
    expect(() => {
      assertExtension({ ...ASKED, reason: 'bận' });
    }).toThrow(BadExtension);
  });
});
