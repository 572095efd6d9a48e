import { localDate } from '@app/kernel';
import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { fillTemplate, type TemplateValues } from './fill-template';
import {
  type DeclarationDecisionForm,
  type IssuingDecisionForm,
  type ListedDocument,
  type SubmissionForm,
} from './form-data';
import { capacityOf } from './form-values';
import { fillForm, shippedTemplate } from './printed-forms';

const HEAD = {
  parentAgency: 'Ủy ban nhân dân tỉnh Thanh Hóa',
  agency: 'Sở Tư pháp',
  number: null,
  symbol: 'QĐ-STP',
  place: 'Thanh Hóa',
  date: null,
  standard: 'TCVN ISO 9001:2015',
};
const SIGNATORY = {
  formula: 'KT.',
  onBehalfOf: 'Giám đốc',
  position: 'Phó Giám đốc',
  name: 'Nguyễn Thị Diễm Hằng',
} as const;
const DOCUMENTS: readonly ListedDocument[] = [
  {
    code: 'QT 01/CX-HCTP',
    title: 'Đăng ký khai sinh',
    field: 'Hộ tịch',
    issue: 2,
    revision: 0,
    change: 'Thay thế',
  },
  {
    code: 'QT 02/CX-HCTP',
    title: 'Cấp bản sao Trích lục hộ tịch',
    field: 'Hộ tịch',
    issue: 1,
    revision: 3,
    change: 'Sửa đổi',
  },
];
const DECISION: IssuingDecisionForm = {
  ...HEAD,
  subject: 'Về việc ban hành tài liệu Hệ thống quản lý chất lượng theo TCVN ISO 9001:2015',
  authority: 'Giám đốc Sở Tư pháp',
  basis: [
    'Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ;',
    'Theo đề nghị của Chánh Văn phòng Sở',
  ],
  effectiveOn: localDate(2026, 12, 1),
  replaces: ['Quyết định số 12/QĐ-STP ngày 05/01/2024'],
  documents: DOCUMENTS,
  withdrawn: [],
  responsible: 'Chánh Văn phòng, Trưởng các phòng, đơn vị thuộc Sở',
  recipients: ['Như Điều 3', 'Sở KH&CN (để báo cáo)', 'Lưu: VT, ISO'],
  signatory: SIGNATORY,
};
const SUBMISSION: SubmissionForm = {
  ...HEAD,
  symbol: 'TTr-VP',
  subject: 'Về việc ban hành tài liệu Hệ thống quản lý chất lượng',
  addressee: 'Giám đốc Sở Tư pháp',
  submittingUnit: 'Văn phòng Sở',
  basis: ['Căn cứ Thông tư số 26/2014/TT-BKHCN ngày 10/10/2014 của Bộ trưởng Bộ Khoa học và Công nghệ'],
  documents: DOCUMENTS,
  remarks: ['Quy trình QT 01/CX-HCTP sửa thời hạn giải quyết theo Nghị định mới.'],
  effectiveOn: null,
  recipients: ['Như trên', 'Lưu: VP'],
  signatory: { formula: null, onBehalfOf: null, position: 'Chánh Văn phòng', name: null },
};
const DECLARATION: DeclarationDecisionForm = {
  ...HEAD,
  number: '07',
  date: localDate(2026, 2, 3),
  address: '34 Đại lộ Lê Lợi, phường Hạc Thành, tỉnh Thanh Hóa',
  fields: ['Hộ tịch', 'Chứng thực', 'Nuôi con nuôi'],
  scope: DOCUMENTS,
  replaces: { number: '15/QĐ-STP', date: localDate(2024, 12, 9), reason: 'mở rộng phạm vi áp dụng' },
  recipients: ['Như Điều 3', 'Lưu: VT'],
  signatory: { formula: null, onBehalfOf: null, position: 'Giám đốc', name: 'Lê Văn Sửu' },
  authority: 'Giám đốc Sở Tư pháp',
  basis: ['Theo đề nghị của Trưởng Ban chỉ đạo ISO'],
  responsible: 'Chánh Văn phòng Sở',
};

async function textOf(docx: Uint8Array): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx) });
  return value.replaceAll('\u00a0', ' ').replace(/\n+/g, '\n');
}

describe('shipped templates', () => {
  it('fills the issuing decision and leaves number and date to văn thư', async () => {
    const text = await textOf(await fillForm('quyet-dinh-ban-hanh', DECISION));

    for (const part of [
      'ỦY BAN NHÂN DÂN TỈNH THANH HÓA\nSỞ TƯ PHÁP',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
      'Số:           /QĐ-STP',
      'Thanh Hóa, ngày      tháng      năm',
      'QUYẾT ĐỊNH\nVề việc ban hành tài liệu',
      'GIÁM ĐỐC SỞ TƯ PHÁP',
      'Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ;\nTheo đề nghị của Chánh Văn phòng Sở.',
      'Điều 1. Ban hành kèm theo Quyết định này 02 tài liệu',
      'Điều 2. Quyết định này có hiệu lực kể từ ngày 01 tháng 12 năm 2026.',
      'Quyết định này thay thế Quyết định số 12/QĐ-STP ngày 05/01/2024.',
      'Điều 3. Chánh Văn phòng, Trưởng các phòng, đơn vị thuộc Sở chịu trách nhiệm thi hành Quyết định này./.',
      '- Như Điều 3;\n- Sở KH&CN (để báo cáo);\n- Lưu: VT, ISO.',
      'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC',
      'Nguyễn Thị Diễm Hằng',
      '1\nQT 01/CX-HCTP\nĐăng ký khai sinh\nHộ tịch\n02\nThay thế\n2\nQT 02/CX-HCTP\nCấp bản sao Trích lục hộ tịch\nHộ tịch\n01/SĐ 03\nSửa đổi',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('Bãi bỏ');
    expect(text).not.toMatch(/[{}]|undefined|null/);
  });

  it('OF-01, DI-13: names withdrawn documents in the decision, why they end and what follows', async () => {
    const withdrawn = DOCUMENTS.map((line) => ({ ...line, change: 'Bãi bỏ', reason: null, successor: null }));
    const form = { ...DECISION, documents: [], parentAgency: null, replaces: [] };

    const text = await textOf(
      await fillForm('quyet-dinh-ban-hanh', {
        ...form,
        withdrawn: [
          { ...withdrawn[0]!, reason: 'thủ tục đã bị bãi bỏ', successor: 'QT 09/CX-HCTP “Hộ tịch”' },
          withdrawn[1]!,
        ],
      }),
    );

    for (const part of [
      'Điều 1. Bãi bỏ 02 tài liệu thuộc Hệ thống quản lý chất lượng như sau:',
      'lần ban hành 02; lý do: thủ tục đã bị bãi bỏ; thay bằng QT 09/CX-HCTP “Hộ tịch”.',
      'Bãi bỏ tài liệu QT 02/CX-HCTP “Cấp bản sao Trích lục hộ tịch”, lần ban hành 01/SĐ 03.',
      'Điều 2. Quyết định này có hiệu lực',
      'Điều 3. Chánh Văn phòng',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/ỦY BAN|thay thế|Ban hành kèm theo|[{}]/);
  });

  it('OF-01: fills the list by itself', async () => {
    const text = await textOf(await fillForm('danh-muc-kem-theo', DECISION));

    expect(text).toContain('DANH MỤC\nTài liệu Hệ thống quản lý chất lượng theo TCVN ISO 9001:2015');
    expect(text).toContain('(Kèm theo Quyết định số           /QĐ-STP');
    expect(text).toContain('Sửa đổi');
    expect(text).not.toMatch(/[{}]|undefined|null/);
  });

  it('fills the submission', async () => {
    const text = await textOf(await fillForm('to-trinh-ban-hanh', SUBMISSION));

    expect(text).toContain('TỜ TRÌNH');
    expect(text).toContain('Kính gửi: Giám đốc Sở Tư pháp');
    expect(text).toContain('Quy trình QT 01/CX-HCTP sửa thời hạn giải quyết');
    expect(text).toContain('có hiệu lực kể từ ngày ký Quyết định ban hành');
    expect(text).toContain('CHÁNH VĂN PHÒNG');
    expect(text).not.toMatch(/[{}]|undefined|null/);
  });

  it('fills the declaration with its annex', async () => {
    const text = await textOf(await fillForm('ban-cong-bo', DECLARATION));

    expect(text).toContain(
      'BẢN CÔNG BỐ\nHệ thống quản lý chất lượng phù hợp Tiêu chuẩn quốc gia TCVN ISO 9001:2015',
    );
    expect(text).toContain('Số: 07/QĐ-STP');
    expect(text).toContain('Thanh Hóa, ngày 03 tháng 02 năm 2026');
    expect(text).toContain('Địa chỉ trụ sở: 34 Đại lộ Lê Lợi');
    expect(text).toContain('- Hộ tịch;\n- Chứng thực;\n- Nuôi con nuôi;');
    expect(text).toContain(
      'thay thế Bản công bố số 15/QĐ-STP ngày 09 tháng 12 năm 2024 (mở rộng phạm vi áp dụng).',
    );
    expect(text).toContain('(Kèm theo Bản công bố số 07/QĐ-STP ngày 03 tháng 02 năm 2026 của Sở Tư pháp)');
    expect(text).toContain('2\nCấp bản sao Trích lục hộ tịch\nHộ tịch\nQT 02/CX-HCTP');
    expect(text).not.toMatch(/[{}]|undefined|null/);
  });

  it('fills the decision to declare', async () => {
    const text = await textOf(await fillForm('quyet-dinh-cong-bo', { ...DECLARATION, replaces: null }));

    expect(text).toContain(
      'đối với 02 thủ tục hành chính, hoạt động thuộc các lĩnh vực: Hộ tịch, Chứng thực, Nuôi con nuôi',
    );
    expect(text).toContain('Điều 2. Quyết định này có hiệu lực kể từ ngày ký.');
    expect(text).not.toMatch(/[{}]|undefined|null/);
  });

  it('holds 400 lines of scope', async () => {
    const scope = Array.from({ length: 400 }, (_, index) => ({
      title: `Thủ tục ${index + 1}`,
      field: 'Hộ tịch',
      code: `QT ${index + 1}`,
    }));

    const text = await textOf(await fillForm('ban-cong-bo', { ...DECLARATION, scope }));

    expect(text).toContain('400\nThủ tục 400\nHộ tịch\nQT 400');
  });

  it.each([
    'quyet-dinh-ban-hanh',
    'danh-muc-kem-theo',
    'to-trinh-ban-hanh',
    'ban-cong-bo',
    'quyet-dinh-cong-bo',
  ] as const)('says in the properties of %s that it must be compared with the law', async (name) => {
    const zip = await JSZip.loadAsync(await shippedTemplate(name));

    expect(await zip.file('docProps/core.xml')?.async('string')).toContain(
      'Mẫu khởi tạo, đối chiếu văn bản gốc trước khi dùng.',
    );
    expect(Object.keys(zip.files).filter((path) => /media|vba|embed/i.test(path))).toEqual([]);
  });
});

describe('capacityOf()', () => {
  it.each([
    [
      { formula: 'TM.', onBehalfOf: 'Ủy ban nhân dân', position: 'Chủ tịch' },
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
    ],
    [
      { formula: 'TL.', onBehalfOf: 'Giám đốc', position: 'Chánh Văn phòng' },
      ['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG'],
    ],
    [
      { formula: 'TUQ.', onBehalfOf: 'Giám đốc', position: 'Trưởng phòng' },
      ['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG'],
    ],
    [{ formula: 'Q.', onBehalfOf: null, position: 'Giám đốc' }, ['Q. GIÁM ĐỐC']],
    [{ formula: null, onBehalfOf: null, position: 'Giám đốc' }, ['GIÁM ĐỐC']],
  ] as const)('writes %j as %j', (capacity, lines) => {
    expect(capacityOf({ ...capacity, name: null })).toEqual(lines);
  });
});

describe('fillTemplate()', () => {
  const template = async (...lines: string[]): Promise<Buffer> =>
    Packer.toBuffer(
      new Document({
        sections: [
          {
            children: lines.map(
              (text) => new Paragraph({ alignment: AlignmentType.LEFT, children: [new TextRun(text)] }),
            ),
          },
        ],
      }),
    );
  const filled = async (values: TemplateValues, ...lines: string[]): Promise<string> =>
    textOf(await fillTemplate(await template(...lines), values));

  it.each([
    ['template syntax', '{#a}{x}{/a} {{y}} {', '{#a}{x}{/a} {{y}} {'],
    ['markup', '<w:p/>&amp;"\'', '<w:p/>&amp;"\''],
    ['a field code', 'DDEAUTO c:\\\\cmd', 'DDEAUTO c:\\\\cmd'],
    ['signs that XML forbids', 'a\u0000\u0008\ufffe\ud800b', 'a\ufffdb'],
    ['decomposed letters', 'Quyết'.normalize('NFD'), 'Quyết'],
    ['line ends', 'một \r\n hai\u2028ba', 'một hai ba'],
  ])('takes %s for text', async (_label, value, shown) => {
    expect(
      (
        await filled({ x: value, a: [{ x: value }] }, '[{x}]', '{#a [loopOver: "paragraph"]}({x}){/a}')
      ).trim(),
    ).toBe(`[${shown}]\n(${shown})`);
  });

  it('leaves nothing for a name that is not given', async () => {
    expect((await filled({}, 'a{x}b{constructor}{__proto__}{toString}c')).trim()).toBe('abc');
  });

  it.each([
    ['a list left open', async () => template('{#a}')],
    ['no Word file', () => Promise.resolve(Buffer.from('PK not a zip'))],
    ['nothing', () => Promise.resolve(Buffer.alloc(0))],
  ])('refuses a template with %s', async (_label, make) => {
    await expect(fillTemplate(await make(), {})).rejects.toMatchObject({
      code: 'forms.template-faulty',
      kind: 'invalid',
    });
  });
});
