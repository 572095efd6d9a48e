import { describe, expect, it } from '@jest/globals';

import { stepsOf } from './pasted-steps';

describe('stepsOf()', () => {
  it('TT-03: reads what was copied out of a table or typed with bars', () => {
    const pasted =
      'Bước 1\tTiếp nhận hồ sơ\tTrung tâm\t0,5 ngày\n\nThẩm tra | Công chức Tư pháp | 2,5 ngày\nKý duyệt';

    expect(stepsOf(pasted)).toEqual([
      { name: 'Tiếp nhận hồ sơ', responsible: 'Trung tâm', time: '0,5 ngày' },
      { name: 'Thẩm tra', responsible: 'Công chức Tư pháp', time: '2,5 ngày' },
      { name: 'Ký duyệt', responsible: null, time: null },
    ]);
  });
});
