import { codeHead, fieldKey, procedureFrom, type ProcedureFields, procedureKey } from './procedure';
import { BadProcedure } from './refusals';

const FIELDS: ProcedureFields = {
  code: ' 1.001193.000.00.00.H56 ',
  name: ' Đăng ký  khai sinh ',
  field: 'Hộ tịch',
  level: 'commune',
  executingBody: '',
  timeLimit: '01 ngày làm việc',
  fee: null,
  status: 'in-force',
  note: null,
  validFrom: null,
};

describe('TT-01 a row of the register', () => {
  it('TT-01: keeps names tidy and what is empty as nothing', () => {
    expect(procedureFrom(FIELDS)).toMatchObject({
      code: '1.001193.000.00.00.H56',
      name: 'Đăng ký khai sinh',
      nameKey: 'dang ky khai sinh',
      fieldKey: 'ho tich',
      executingBody: null,
    });
  });

  it.each([
    ['Quy trình giải quyết thủ tục Đăng ký khai sinh', 'dang ky khai sinh'],
    ['ĐĂNG KÝ KHAI SINH', 'dang ky khai sinh'],
    ['Thủ tục: “Đăng ký lại khai sinh”', 'dang ky lai khai sinh'],
    ['Thủ tục', 'thu tuc'],
  ])('TT-01: finds the name of the TTHC in %s', (title, key) => {
    expect(procedureKey(title)).toBe(key);
  });

  it('TT-01: knows a code by its national head and a field with or without its word', () => {
    expect(codeHead('1.001193.000.00.00.H56')).toBe('1.001193');
    expect(codeHead(null)).toBeNull();
    expect(fieldKey('Lĩnh vực Hộ tịch')).toBe('ho tich');
  });

  it('TT-01: names every faulty field at once', () => {
    const faulty = { ...FIELDS, name: ' - ', field: '', validFrom: '2026-02-30' };

    expect(() => procedureFrom(faulty)).toThrow(BadProcedure);
  });
});
