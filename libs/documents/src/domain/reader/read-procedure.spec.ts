import { type ExtractedBlock, type ExtractedDocument } from '@app/kernel';
import { readProcedure } from './read-procedure';
import { type Proposal } from './proposal';

function paragraphs(...lines: string[]): ExtractedBlock[] {
  return lines.map((text) => ({ kind: 'paragraph', text, page: null }));
}

function table(...rows: string[][]): ExtractedBlock {
  return { kind: 'table', rows: rows.map((row) => row.map((text) => ({ text, span: 1 }))), page: null };
}

function aDocument(
  blocks: readonly ExtractedBlock[],
  margins: { headers?: string[]; footers?: string[] } = {},
): ExtractedDocument {
  const numbered = (texts: string[] = []): { section: number; text: string }[] =>
    texts.map((text, index) => ({ section: index + 1, text }));
  return {
    format: 'word',
    blocks,
    headers: numbered(margins.headers),
    footers: numbered(margins.footers),
    pages: null,
  };
}

function fields({ code, title, issue, revision, issuedOn, effectiveOn }: Proposal): unknown {
  return [code, title, issue, revision, issuedOn, effectiveOn];
}

const BODY = paragraphs('1. MỤC ĐÍCH', 'Quy định trình tự.', '2. PHẠM VI');
const COVER = table([
  'SỞ TƯ PHÁP',
  'QUY TRÌNH\nĐăng ký khai sinh',
  'Mã hiệu: QT 01/CX-HCTP\nLần ban hành: 02\nLần sửa đổi: 01\nNgày ban hành: 07/7/2025',
]);

describe('the cover', () => {
  it('is read from a frame of three columns', () => {
    expect(fields(readProcedure(aDocument([COVER, ...BODY])))).toEqual([
      'QT 01/CX-HCTP',
      'Đăng ký khai sinh',
      2,
      1,
      '2025-07-07',
      null,
    ]);
  });

  it('is read from rows of label and value', () => {
    const rows = table(
      ['Tên quy trình', 'Tiếp công dân'],
      ['Mã tài liệu', 'QT-VP-05'],
      ['Ban hành lần', '03'],
      ['Ngày hiệu lực', '01.02.2024'],
    );

    expect(fields(readProcedure(aDocument([rows, ...BODY])))).toEqual([
      'QT-VP-05',
      'Tiếp công dân',
      3,
      null,
      null,
      '2024-02-01',
    ]);
  });

  it('is read from labels that stand above their values', () => {
    const rows = table(['Mã số', 'Lần ban hành', 'Ngày ban hành'], ['QT.09', '04', '15/10/2020']);

    expect(
      fields(readProcedure(aDocument([...paragraphs('QUY TRÌNH', 'Quản lý văn bản đến'), rows, ...BODY]))),
    ).toEqual(['QT.09', 'Quản lý văn bản đến', 4, null, '2020-10-15', null]);
  });

  it('is read from plain lines, title in capitals over two of them', () => {
    const lines = paragraphs(
      'ỦY BAN NHÂN DÂN XÃ YÊN NHÂN',
      '',
      'QUY TRÌNH TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
      'THỦ TỤC HÀNH CHÍNH',
      '',
      'Mã số: QT-MC-01     Lần ban hành: 01/00     Ngày ban hành: ngày 05 tháng 6 năm 2023',
    );
    const proposal = readProcedure(aDocument([...lines, ...BODY]));

    expect(fields(proposal)).toEqual([
      'QT-MC-01',
      'TIẾP NHẬN VÀ TRẢ KẾT QUẢ THỦ TỤC HÀNH CHÍNH',
      1,
      0,
      '2023-06-05',
      null,
    ]);
    expect(proposal.unit).toBe('ỦY BAN NHÂN DÂN XÃ YÊN NHÂN');
  });

  it('is read from the page header where there is no cover', () => {
    const header =
      'UBND HUYỆN A\nQUY TRÌNH\nKiểm soát tài liệu\nMã hiệu: QT-01\nBan hành lần: 02\nNgày ban hành: 15/10/2020\nTrang 1/10';

    expect(fields(readProcedure(aDocument(BODY, { headers: [header] })))).toEqual([
      'QT-01',
      'Kiểm soát tài liệu',
      2,
      null,
      '2020-10-15',
      null,
    ]);
  });

  it('leaves blanks that wait to be filled in', () => {
    const blank = table([
      'SỞ Y TẾ',
      'QUY TRÌNH\nĐào tạo',
      'Mã hiệu: ......\nLần ban hành:\nNgày ban hành: …/…/2025',
    ]);

    expect(fields(readProcedure(aDocument([blank, ...BODY])))).toEqual([
      null,
      'Đào tạo',
      null,
      null,
      null,
      null,
    ]);
  });

  it('does not take the table of revisions for the cover', () => {
    const revisions = table(['STT', 'Nội dung', 'Lần sửa đổi'], ['1', 'Sửa mục 3', '07']);
    const blocks = [COVER, ...paragraphs('TRANG THEO DÕI SỬA ĐỔI'), revisions, ...BODY];

    expect(readProcedure(aDocument(blocks)).revision).toBe(1);
  });

  it('gives the signers by their columns', () => {
    const signatures = table(
      ['Trách nhiệm', 'Soạn thảo', 'Xem xét', 'Phê duyệt'],
      ['Họ tên', 'Lê Thị A', 'Trần Văn\nB', 'Lê Thị A'],
      ['Chức vụ', 'Chuyên viên', 'Trưởng phòng', ''],
    );
    const proposal = readProcedure(aDocument([COVER, signatures, ...BODY]));

    expect(proposal.signers.map(({ role, name }) => `${role}: ${name}`)).toEqual([
      'Soạn thảo: Lê Thị A',
      'Xem xét: Trần Văn B',
      'Phê duyệt: Lê Thị A',
    ]);
    expect(proposal.problems.map(({ code }) => code)).toContain('reader.drafter-approves');
  });

  it('guesses the field from the title, else from the folder', () => {
    const other = table(['', 'QUY TRÌNH\nXử lý hồ sơ', 'Mã hiệu: QT 01']);

    expect(readProcedure(aDocument([COVER])).series).toBe('Hộ tịch');
    expect(readProcedure(aDocument([other]), 'du-lieu/nuoi-con-nuoi/1.doc').series).toBe('Nuôi con nuôi');
    expect(readProcedure(aDocument([other]), 'a/b.doc').series).toBeNull();
  });
});

describe('the footers', () => {
  function found(footers: string[], headers: string[] = []): string[] {
    return readProcedure(aDocument([COVER, ...BODY], { footers, headers })).problems.map(
      ({ code, where, level }) => `${level} ${code} ${where}`,
    );
  }

  it('agree with the cover', () => {
    expect(found(['Ngày hiệu lực: 07/7/2025 Trang: 1/9 Lần ban hành: 2'])).toEqual([]);
  });

  it('may begin later than the day of issue, not earlier', () => {
    expect(found(['Ngày hiệu lực: 01/8/2025'])).toEqual([]);
    expect(found(['Ngày hiệu lực: 03/7/2024'])).toEqual([
      'warning reader.footer-date-differs Chân trang phần 1',
    ]);
  });

  it('are compared with the cover and with each other, and each is reported once', () => {
    const proposal = readProcedure(
      aDocument([COVER, ...BODY], {
        footers: [
          'Ngày hiệu lực: 07/7/2025\nLần ban hành: 2',
          'Ngày hiệu lực:   03/7/2024\nLần ban hành: 1',
          'Trang: 3/9 Ngày hiệu lực: 07/7/2025 Lần ban hành: 02',
        ],
      }),
    );

    expect(proposal.footers).toEqual([
      { issue: 2, revision: null, effectiveOn: '2025-07-07' },
      { issue: 1, revision: null, effectiveOn: '2024-07-03' },
    ]);
    expect(proposal.effectiveOn).toBe('2025-07-07');
    expect(proposal.problems.map(({ code }) => code)).toEqual([
      'reader.footer-issue-differs',
      'reader.footer-date-differs',
      'reader.footers-differ',
    ]);
  });

  it('do not lend an effective date that is older than the issue', () => {
    const proposal = readProcedure(aDocument([COVER, ...BODY], { footers: ['Ngày hiệu lực: 03/7/2024'] }));

    expect(proposal.effectiveOn).toBeNull();
  });

  it('with impossible dates are reported, as is a header of another document', () => {
    expect(found(['Ngày hiệu lực: 31/02/2025'])).toEqual(['error reader.date-impossible Chân trang phần 1']);
    expect(found(['Lần ban hành: 2'], ['Tên quy trình: Đăng ký khai tử ____'])).toEqual([
      'warning reader.header-title-differs Đầu trang phần 1',
    ]);
    expect(found(['Lần ban hành: 2'], ['Mã hiệu: QT 02/CX-HCTP'])).toEqual([
      'warning reader.header-code-differs Đầu trang phần 1',
    ]);
  });

  it('without any of these fields are passed over, and the absence is told', () => {
    expect(found(['Trang 1/5'])).toEqual(['information reader.footer-missing Chân trang']);
  });
});

describe('the text', () => {
  const read = (...lines: string[]): Proposal =>
    readProcedure(aDocument([COVER, ...BODY, ...paragraphs(...lines)]));

  it('has citations torn over paragraphs', () => {
    expect(
      read('Căn cứ Quyết định số', '19/2014/QĐ-TTg ngày', '05/3/2014 của', 'Thủ tướng Chính phủ').citations,
    ).toEqual([
      {
        numberSymbol: '19/2014/QĐ-TTg',
        kind: 'Quyết định',
        issuer: 'Thủ tướng Chính phủ',
        issuedOn: '2014-03-05',
      },
    ]);
  });

  it('has citations in cells of tables, and never its own code or decision', () => {
    const blocks = [
      COVER,
      ...paragraphs('(Ban hành kèm theo Quyết định số 25/QĐ-STP ngày 07/7/2025 của Giám đốc Sở Tư pháp)'),
      ...BODY,
      table(['Theo Quyết định số 25/QĐ-STP', 'Nghị định 61/2018/NĐ-CP'], ['QT 01/CX-HCTP', '']),
    ];

    expect(readProcedure(aDocument(blocks)).citations.map(({ numberSymbol }) => numberSymbol)).toEqual([
      '61/2018/NĐ-CP',
    ]);
  });

  it('cites the circular with whose form it comes', () => {
    expect(
      read('(Ban hành kèm theo Thông tư số 04/2024/TT-BTP ngày 06/6/2024 của Bộ Tư pháp)').citations,
    ).toHaveLength(1);
  });

  it('tells clauses that end on a day', () => {
    expect(read('Quy định này áp dụng đến ngày 31/12/2025.').problems).toContainEqual({
      code: 'reader.dated-clause',
      level: 'information',
      message: 'Có quy định chỉ áp dụng đến ngày 31/12/2025.',
      where: 'Đoạn 4',
      quote: 'áp dụng đến ngày 31/12/2025.',
    });
  });

  it('says so when there is none', () => {
    expect(readProcedure(aDocument([])).problems.map(({ code }) => code)).toEqual(['reader.no-text']);
  });
});

describe('a decision', () => {
  const decision = readProcedure(
    aDocument(
      paragraphs(
        'UBND TỈNH CÀ MAU',
        'Số: 1012 /QĐ-UBND',
        'Cà Mau, ngày 05 tháng 5 năm 2024',
        'QUYẾT ĐỊNH',
        'Về việc công bố danh mục',
        'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH',
        'Căn cứ Quyết định số 77/QĐ-UBND ngày 02/02/2024 của UBND tỉnh;',
        'Điều 3. Quyết định này có hiệu lực thi hành kể từ ngày ký.',
        'PHỤ LỤC',
        '(Ban hành kèm theo Quyết định số 1012/QĐ-UBND ngày 05/5/2024 của Chủ tịch UBND tỉnh)',
      ),
    ),
  );

  it('does not cite itself, and knows which province "UBND tỉnh" is', () => {
    expect(decision.citations).toEqual([
      { numberSymbol: '77/QĐ-UBND', kind: 'Quyết định', issuer: 'UBND tỉnh Cà Mau', issuedOn: '2024-02-02' },
    ]);
  });

  it('has its subject for a title and takes effect on the day of signing', () => {
    expect(fields(decision)).toEqual([
      null,
      'Về việc công bố danh mục',
      null,
      null,
      '2024-05-05',
      '2024-05-05',
    ]);
    expect(decision.problems).toEqual([]);
  });
});
