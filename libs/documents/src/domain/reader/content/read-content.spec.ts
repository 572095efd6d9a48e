import { type ExtractedBlock, type ExtractedCell, type ExtractedDocument } from '@app/kernel';
import { type ProcedureContent } from '../../content';
import { readContent } from './read-content';

type CellLike = string | (Partial<ExtractedCell> & { text: string });
type BlockLike = string | CellLike[][];

/** A document of invented text: paragraphs, and tables row by row; `^` continues a merged cell. */
function invented(...blocks: readonly BlockLike[]): ExtractedDocument {
  return { format: 'word', blocks: blocks.map(blockOf), headers: [], footers: [], pages: null };
}

function blockOf(block: BlockLike): ExtractedBlock {
  if (typeof block === 'string') return { kind: 'paragraph', text: block, page: null };
  return { kind: 'table', rows: block.map((row) => row.map(cellOf)), page: null };
}

function cellOf(cell: CellLike): ExtractedCell {
  if (cell === '^') return { text: '', span: 1, merged: 'continues' };
  return typeof cell === 'string' ? { text: cell, span: 1 } : { span: 1, ...cell };
}

function read(...blocks: readonly BlockLike[]): ProcedureContent {
  return readContent(invented(...blocks)).content;
}

function stepsOf({ cases }: ProcedureContent, index = 0): unknown[] {
  return (cases[index]?.steps ?? []).map(({ no, name, responsible, duration }) => [
    no,
    name,
    responsible,
    duration && `${String(duration.value)} ${duration.unit}`,
  ]);
}

const HEADER = ['TT', 'Trình tự các bước công việc*', 'Trách nhiệm', 'Thời gian (05 ngày làm việc)'];

describe('the reader of procedures (design.md 6): steps and cases', () => {
  it('counts steps that Word numbers by itself and reads each form of a time', () => {
    const content = read([
      HEADER,
      [{ text: '', label: '1.' }, 'Nhận hồ sơ', 'Một cửa', '½ ngày'],
      [{ text: '', label: '2.' }, 'Thẩm tra', 'Chuyên viên', '2.5'],
      [{ text: '', label: '3.' }, 'Ký', 'Lãnh đạo', '0,5'],
      [{ text: '', label: '4.' }, 'Đóng dấu', 'Văn thư', '04 giờ làm việc'],
      [{ text: '', label: '5.' }, 'Trả', 'Một cửa', 'Trong ngày'],
    ]);

    expect(content.cases).toMatchObject([{ name: '', limit: { value: 5, unit: 'working-day' } }]);
    expect(stepsOf(content)).toEqual([
      ['1', 'Nhận hồ sơ', 'Một cửa', '0.5 day'],
      ['2', 'Thẩm tra', 'Chuyên viên', '2.5 working-day'],
      ['3', 'Ký', 'Lãnh đạo', '0.5 working-day'],
      ['4', 'Đóng dấu', 'Văn thư', '4 hour'],
      ['5', 'Trả', 'Một cửa', '1 same-day'],
    ]);
  });

  it('takes one merged time once', () => {
    const content = read([
      HEADER,
      ['1', 'Nhận', 'Một cửa', { text: '01 ngày', merged: 'begins' }],
      ['2', 'Ký', 'Lãnh đạo', '^'],
    ]);

    expect(stepsOf(content)).toEqual([
      ['1', 'Nhận', 'Một cửa', '1 day'],
      ['2', 'Ký', 'Lãnh đạo', null],
    ]);
  });

  it('makes a case of each column of times, named by its header', () => {
    const content = read([
      [
        'STT',
        'Nội dung',
        'Trách nhiệm',
        'Thời gian không xác minh: 05 ngày làm việc',
        'Thời gian có xác minh: 25 ngày',
      ],
      ['1', 'Nhận', 'Một cửa', '½ ngày', '01 ngày'],
    ]);

    expect(content.cases.map(({ name, limit }) => [name, limit])).toEqual([
      ['không xác minh', { value: 5, unit: 'working-day' }],
      ['có xác minh', { value: 25, unit: 'day' }],
    ]);
    expect(stepsOf(content, 1)).toEqual([['1', 'Nhận', 'Một cửa', '1 day']]);
  });

  it('reads a header of two rows', () => {
    const content = read([
      ['TT', 'Công việc', 'Người thực hiện', { text: 'Thời gian (ngày)', span: 2 }],
      ['^', '^', '^', 'Hồ sơ thông thường', 'Hồ sơ phức tạp'],
      ['1', 'Nhận', 'Một cửa', '1', '1,5'],
    ]);

    expect(content.cases.map(({ name }) => name)).toEqual(['Hồ sơ thông thường', 'Hồ sơ phức tạp']);
    expect(stepsOf(content, 1)).toEqual([['1', 'Nhận', 'Một cửa', '1.5 day']]);
  });

  it('reads B1 to B6 of a whole procedure drawn as one table', () => {
    const content = read('QUY TRÌNH', '1. MỤC ĐÍCH', 'Quy định việc cấp giấy.', '3. NỘI DUNG QUY TRÌNH', [
      ['3.1', { text: 'Cơ sở pháp lý', span: 4 }],
      ['', { text: 'Luật Mẫu năm 2020', span: 4 }],
      ['3.2', { text: 'Thành phần hồ sơ', span: 2 }, 'Bản chính', 'Bản sao'],
      ['', { text: '- Đơn đề nghị cấp giấy', span: 2 }, 'x', ''],
      ['3.4', { text: 'Thời gian xử lý', span: 4 }],
      ['', { text: '03 ngày làm việc kể từ ngày nhận đủ hồ sơ', span: 4 }],
      ['3.6', { text: 'Lệ phí', span: 4 }],
      ['', { text: 'Không', span: 4 }],
      ['3.7', { text: 'Quy trình xử lý công việc', span: 4 }],
      ['TT', 'Trình tự', 'Trách nhiệm', 'Thời gian', 'Biểu mẫu/Kết quả'],
      ['B1', 'Nộp hồ sơ', 'Tổ chức, cá nhân', 'Giờ hành chính', 'Theo mục 3.2'],
      ['B2', 'Thụ lý', 'Công chức', '02 ngày', 'Tờ trình'],
      ['B3', 'Ký', 'Lãnh đạo', '01 ngày', ''],
      ['4', { text: 'BIỂU MẪU', span: 4 }],
      ['TT', 'Mã hiệu', { text: 'Tên biểu mẫu', span: 3 }],
      ['1', 'BM.01.02', { text: 'Sổ theo dõi', span: 3 }],
      ['5', { text: 'HỒ SƠ LƯU', span: 4 }],
      ['TT', { text: 'Hồ sơ lưu', span: 2 }, 'Nơi lưu', 'Thời gian lưu'],
      ['1', { text: 'Hồ sơ gốc', span: 2 }, 'Một cửa', '05 năm'],
    ]);

    expect(content.sections.map(({ number, heading }) => `${number ?? ''} ${heading}`)).toEqual([
      '1 MỤC ĐÍCH',
      '3 NỘI DUNG QUY TRÌNH',
      '3.1 Cơ sở pháp lý',
      '3.2 Thành phần hồ sơ',
      '3.4 Thời gian xử lý',
      '3.6 Lệ phí',
      '3.7 Quy trình xử lý công việc',
      '4 BIỂU MẪU',
      '5 HỒ SƠ LƯU',
    ]);
    expect(content.cases).toMatchObject([
      { limit: { value: 3, unit: 'working-day' }, limitFrom: 'kể từ ngày nhận đủ hồ sơ' },
    ]);
    expect(stepsOf(content)).toEqual([
      ['B1', 'Nộp hồ sơ', 'Tổ chức, cá nhân', null],
      ['B2', 'Thụ lý', 'Công chức', '2 day'],
      ['B3', 'Ký', 'Lãnh đạo', '1 day'],
    ]);
    expect(content.dossier).toEqual(['Đơn đề nghị cấp giấy']);
    expect(content.fee).toBe('Không');
    expect(content.forms).toEqual([{ code: 'BM.01.02', name: 'Sổ theo dõi' }]);
    expect(content.records).toEqual([{ name: 'Hồ sơ gốc', place: 'Một cửa', retention: '05 năm' }]);
  });

  it('reads a table beside a flow chart', () => {
    const content = read('5.2 Lưu đồ', [
      ['Bước', 'Lưu đồ', 'Nội dung thực hiện', 'Trách nhiệm', 'Thời gian', 'Biểu mẫu'],
      ['1', '', 'Tiếp nhận', 'Văn thư', '30 phút', 'BM-01'],
      ['2', 'Không đạt', 'Kiểm tra', 'Trưởng phòng', '01 buổi', ''],
    ]);

    expect(stepsOf(content)).toEqual([
      ['1', 'Tiếp nhận', 'Văn thư', '0.5 hour'],
      ['2', 'Kiểm tra', 'Trưởng phòng', '0.5 day'],
    ]);
  });

  it('reads steps that stand as paragraphs', () => {
    const content = read(
      '5. NỘI DUNG',
      '5.7. Quy trình xử lý công việc',
      'Bước 1: Tiếp nhận hồ sơ (0,5 ngày làm việc)',
      'Trách nhiệm: Bộ phận một cửa',
      'Bước 2: Thẩm định. Trách nhiệm: Chuyên viên. Thời gian: 02 ngày làm việc',
      'Bước 3. Trả kết quả',
    );

    expect(stepsOf(content)).toEqual([
      ['1', 'Tiếp nhận hồ sơ', 'Bộ phận một cửa', '0.5 working-day'],
      ['2', 'Thẩm định', 'Chuyên viên', '2 working-day'],
      ['3', 'Trả kết quả', null, null],
    ]);
  });

  it('goes on after a repeated header, and begins a case where the numbers begin again', () => {
    const first = [HEADER, ['1', 'Nhận', 'Một cửa', '1 ngày']];
    const rest = [HEADER, ['2', 'Ký', 'Lãnh đạo', '1 ngày']];

    expect(read(first, rest).cases.map(({ steps }) => steps.length)).toEqual([2]);
    expect(
      read('a) Trường hợp thông thường', first, 'b) Trường hợp phức tạp', first).cases.map(
        ({ name }) => name,
      ),
    ).toEqual(['thông thường', 'phức tạp']);
  });

  it('gives rows of one step its number and skips totals', () => {
    const content = read([
      HEADER,
      [{ text: '1', merged: 'begins' }, { text: 'Thẩm tra', merged: 'begins' }, 'Chuyên viên', '1 ngày'],
      ['^', '^', 'Trưởng phòng', '0,5 ngày'],
      [{ text: 'Tổng thời gian', span: 3 }, '1,5 ngày'],
    ]);

    expect(stepsOf(content)).toEqual([
      ['1', 'Thẩm tra', 'Chuyên viên', '1 day'],
      ['1', 'Thẩm tra', 'Trưởng phòng', '0.5 day'],
    ]);
  });
});

describe('the reader of procedures (design.md 6): sections, forms, records, amendments', () => {
  it('reads parts a) to k) and leaves the table of contents and attached forms out', () => {
    const content = read(
      'MỤC LỤC',
      '1. MỤC ĐÍCH',
      '7. HỒ SƠ LƯU',
      ['', ''].map((cell) => [cell, 'x']),
      '1. MỤC ĐÍCH',
      'Nội dung mục đích.',
      '5. NỘI DUNG',
      'a) Thành phần, số lượng hồ sơ:',
      '- Tờ khai;',
      'b. Thời hạn giải quyết: 10 ngày',
      'c Đối tượng thực hiện: Cá nhân',
      'd) Nơi trả: Một cửa',
      'đ) Kết quả thực hiện: Giấy phép',
      'g. Tên mẫu đơn, mẫu tờ khai: Mẫu số 02 - Đơn đề nghị (nếu nộp trực tiếp).',
      '- Trường hợp nộp thay: Giấy ủy quyền.',
      '7. HỒ SƠ LƯU',
      '- Giấy phép, lưu tại Văn phòng, thời gian lưu 10 năm',
      'PHỤ LỤC 1',
      'a) Phí: không phải mục của quy trình',
    );

    expect(content.sections.map(({ number }) => number)).toEqual([
      '1',
      '5',
      'a',
      'b',
      'c',
      'd',
      'đ',
      'g',
      '7',
    ]);
    expect(content.dossier).toEqual(['Tờ khai']);
    expect(content.fee).toBeNull();
    expect(content.cases).toMatchObject([{ limit: { value: 10, unit: 'day' }, steps: [] }]);
    expect(content.forms).toEqual([
      { code: 'Mẫu số 02', name: 'Đơn đề nghị' },
      { code: null, name: 'Giấy ủy quyền' },
    ]);
    expect(content.records).toEqual([{ name: 'Giấy phép', place: 'Văn phòng', retention: '10 năm' }]);
  });

  it.each([
    [
      'of four columns',
      ['STT', 'Tóm lược nội dung cần sửa đổi', 'Cơ sở pháp lý hoặc căn cứ về việc sửa đổi', 'Lần sửa đổi'],
      ['1', 'Bỏ bước 3', 'Luật Mẫu', '02'],
      { summary: 'Bỏ bước 3', basis: 'Luật Mẫu', place: null, issue: null, revision: 2, date: null },
    ],
    [
      'of five columns',
      [
        'Yêu cầu sửa đổi/bổ sung',
        'Trang/Phần liên quan',
        'Mô tả nội dung sửa đổi',
        'Lần ban hành/Lần sửa đổi',
        'Ngày ban hành',
      ],
      ['Luật Mẫu', 'Trang 3', 'Bỏ bước 3', '01/02', '05/01/2026'],
      {
        summary: 'Bỏ bước 3',
        basis: 'Luật Mẫu',
        place: 'Trang 3',
        issue: 1,
        revision: 2,
        date: '2026-01-05',
      },
    ],
  ])('DI-06: reads the revision table %s', (_, header, row, line) => {
    expect(read([header, row, row.map(() => '')]).amendments).toEqual([line]);
  });

  it('keeps a merged place and retention for each record', () => {
    const content = read([
      ['TT', 'Tên hồ sơ', 'Bộ phận lưu trữ', 'Thời gian lưu'],
      ['1', 'Sổ A', { text: 'Văn phòng', merged: 'begins' }, { text: 'Vĩnh viễn', merged: 'begins' }],
      ['2', 'Sổ B', '^', '^'],
    ]);

    expect(content.records).toEqual([
      { name: 'Sổ A', place: 'Văn phòng', retention: 'Vĩnh viễn' },
      { name: 'Sổ B', place: 'Văn phòng', retention: 'Vĩnh viễn' },
    ]);
  });
});
