import { type LocalDate } from '@app/kernel';

import { type ChangeReason, reasonWords, taskWords } from './reason-words';

function aChange(changes: Partial<ChangeReason> = {}): ChangeReason {
  return {
    changeText: '19/2014/NĐ-CP',
    deadlineOn: '2026-12-01' as LocalDate,
    cites: '144/2006/NĐ-CP',
    reasons: [{ cites: '144/2006/NĐ-CP', via: 'number', target: '144/2006/NĐ-CP', path: [] }],
    ...changes,
  };
}

describe('G1: the words of a task', () => {
  it('name the citation and the text that changes it', () => {
    expect(taskWords([aChange()])).toBe('Viện dẫn 144/2006/NĐ-CP; thay đổi bởi 19/2014/NĐ-CP');
  });

  it('name the texts between, when what is cited was amended before', () => {
    const reasons = [
      {
        cites: '144/2006/NĐ-CP',
        via: 'amended' as const,
        target: '118/2009/NĐ-CP',
        path: ['118/2009/NĐ-CP'],
      },
    ];

    expect(reasonWords(aChange({ reasons }))).toBe(
      'Viện dẫn 144/2006/NĐ-CP, đã được 118/2009/NĐ-CP sửa đổi hoặc thay thế; thay đổi bởi 19/2014/NĐ-CP',
    );
  });

  it('name the TTHC that a quyết định công bố changes', () => {
    const reasons = [{ cites: 'Đăng ký khai sinh', via: 'procedure' as const, target: null, path: [] }];

    expect(reasonWords(aChange({ reasons }))).toBe(
      'Thực hiện TTHC Đăng ký khai sinh; thay đổi bởi 19/2014/NĐ-CP',
    );
  });

  it('fall back on the citation alone', () => {
    expect(reasonWords(aChange({ reasons: [] }))).toBe('Viện dẫn 144/2006/NĐ-CP; thay đổi bởi 19/2014/NĐ-CP');
  });

  it('R13: say that a deadline was moved, and why', () => {
    const moved = { fromOn: '2026-11-20' as LocalDate, reason: 'Nghỉ bù' };

    expect(taskWords([aChange({ moved })])).toMatch(/\(hạn đổi từ 20\/11\/2026: Nghỉ bù\)$/);
  });

  it('number several changes, each with its deadline', () => {
    expect(taskWords([aChange(), aChange({ changeText: '5/2026/NĐ-CP' })])).toBe(
      '(1) Viện dẫn 144/2006/NĐ-CP; thay đổi bởi 19/2014/NĐ-CP, hạn 01/12/2026\n' +
        '(2) Viện dẫn 144/2006/NĐ-CP; thay đổi bởi 5/2026/NĐ-CP, hạn 01/12/2026',
    );
  });
});
