import { type ExtractedDocument, type ExtractedTable } from '@app/kernel';

import { type AnnexRow, pastedDocument, readAnnex } from './read-annex';

const table = (...rows: string[][]): ExtractedTable => ({
  kind: 'table',
  rows: rows.map((cells) => cells.map((text) => ({ text, span: 1 }))),
  page: null,
});
const paper = (...blocks: (string | ExtractedTable)[]): ExtractedDocument => ({
  format: 'word',
  blocks: blocks.map((block) =>
    typeof block === 'string' ? { kind: 'paragraph', text: block, page: null } : block,
  ),
  headers: [],
  footers: [],
  pages: null,
});
const shown = ({ act, code, name, field, level }: AnnexRow): string =>
  [act, code, name, field, level].map((part) => part ?? '?').join(' | ');

const NEW = table(
  ['STT', 'Mã TTHC', 'Tên thủ tục hành chính', 'Thời hạn giải quyết', 'Phí, lệ phí', 'Căn cứ pháp lý'],
  ['I', '', 'Lĩnh vực Hộ tịch', '', '', ''],
  ['1', '1.001193.000.00.00.H56', 'Đăng ký khai sinh', '01 ngày làm việc', 'Không', 'Luật Hộ tịch'],
  ['2', '', 'Đăng ký lại khai sinh', '05 ngày làm việc', '', ''],
);
const GONE = table(
  ['TT', 'Tên TTHC', 'Tên VBQPPL quy định việc bãi bỏ TTHC', 'Lĩnh vực', 'Cơ quan thực hiện'],
  ['(1)', '(2)', '(3)', '(4)', '(5)'],
  [
    '1',
    '2.000815 - Chứng thực bản sao từ bản chính',
    'Nghị định số 23/2015/NĐ-CP',
    'Chứng thực',
    'UBND cấp xã',
  ],
);

describe('TT-02 the annex of a quyết định công bố', () => {
  it('TT-02: takes act, level and lĩnh vực from headings, code and name from columns', () => {
    const read = readAnnex(
      paper(
        'QUYẾT ĐỊNH',
        'Về việc công bố danh mục thủ tục hành chính',
        'A. DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH THUỘC THẨM QUYỀN CỦA UBND CẤP XÃ',
        NEW,
        'B. DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ',
        GONE,
      ),
    );

    expect(read.map(shown)).toEqual([
      'new | 1.001193.000.00.00.H56 | Đăng ký khai sinh | Hộ tịch | commune',
      'new | ? | Đăng ký lại khai sinh | Hộ tịch | commune',
      'abolished | 2.000815 | Chứng thực bản sao từ bản chính | Chứng thực | commune',
    ]);
    expect(read[0]).toMatchObject({
      timeLimit: '01 ngày làm việc',
      fee: 'Không',
      legalBasis: 'Luật Hộ tịch',
      table: 1,
      row: 3,
    });
  });

  it('TT-02: knows amended and replaced, in headings and in a column', () => {
    const rows = (heading: string): (string | null)[] =>
      readAnnex(paper(heading, table(['STT', 'Tên thủ tục', 'Ghi chú'], ['1', 'Thủ tục A', '']))).map(
        ({ act }) => act,
      );

    expect(rows('2. Danh mục TTHC được sửa đổi, bổ sung')).toEqual(['amended']);
    expect(rows('3. Danh mục TTHC được thay thế')).toEqual(['replaced']);
    expect(
      readAnnex(paper(table(['STT', 'Tên thủ tục', 'Ghi chú'], ['1', 'Thủ tục A', 'Bãi bỏ']))).map(
        ({ act }) => act,
      ),
    ).toEqual(['abolished']);
  });

  it('TT-02: reads what was pasted with tabs', () => {
    const text =
      'DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH CẤP XÃ\nSTT\tTên thủ tục hành chính\tLĩnh vực\n1\tĐăng ký kết hôn\tHộ tịch';

    expect(readAnnex(pastedDocument(text)).map(shown)).toEqual([
      'new | ? | Đăng ký kết hôn | Hộ tịch | commune',
    ]);
  });

  it('TT-02: leaves the act open when nothing says it', () => {
    expect(readAnnex(paper(table(['STT', 'Tên thủ tục'], ['1', 'Thủ tục A'])))[0]?.act).toBeNull();
  });

  it.each([
    paper(),
    paper(table([])),
    paper(table(['a', 'b'], ['c', 'd'])),
    pastedDocument('\t\t\n'.repeat(3000)),
  ])('TT-02: gives nothing for what is no annex (%#)', (document) => {
    expect(readAnnex(document)).toEqual([]);
  });
});
