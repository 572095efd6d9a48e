/**
 * Makes the Word templates of libs/reference/templates: `node scripts/make-templates.mjs`.
 * Layout after Nghị định 30/2020/NĐ-CP (A4, margins 20/20/30/20 mm, Times New Roman, page number on top from page 2).
 * Words in braces are filled by libs/platform/src/forms; README.md beside the templates lists them.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AlignmentType,
  Document,
  Header,
  HeightRule,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

import { declarationTemplates } from './lib/declaration-templates.mjs';
import { procedureTemplates } from './lib/procedure-templates.mjs';
import { officeTemplates } from './lib/office-templates.mjs';
import { readingTemplates } from './lib/reading-templates.mjs';
import { urgingTemplates } from './lib/urging-templates.mjs';
import { DOCUMENT_COLUMNS } from './lib/template-columns.mjs';
import { MARGIN, mm, NO_BORDERS, PAGE, TEXT_WIDTH, THIN } from './lib/template-page.mjs';

const FONT = 'Times New Roman';

/** Sizes are points here; Word counts half points. */
const run = (text, { size = 14, ...look } = {}) => new TextRun({ text, size: size * 2, font: FONT, ...look });
const paragraph = (runs, { spacing, ...look } = {}) =>
  new Paragraph({ children: [runs].flat(), spacing: { before: 0, after: 0, ...spacing }, ...look });
const centered = (text, look = {}, more = {}) =>
  paragraph(run(text, look), { alignment: AlignmentType.CENTER, ...more });
const body = (runs, more = {}) =>
  paragraph(runs, {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: mm(12.7) },
    spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO },
    ...more,
  });
const article = (number, text, more) => body([run(`Điều ${number}. `, { bold: true }), run(text)], more);
/** An article that is there only when it says something; its number comes with it. */
const said = (name, more) =>
  body(
    [run(`{#${name} [loopOver: "paragraph"]}Điều {so}. `, { bold: true }), run(`{noi_dung}{/${name}}`)],
    more,
  );
/** The last lines go with the signature, which never stands alone on a page. */
const LAST = { keepNext: true, keepLines: true };

/** A solid line of the given share of the width, as the decree asks for under names and titles. */
const rule = (width, length) =>
  new Paragraph({
    children: [run('', { size: 2 })],
    spacing: { before: 60, after: 60, line: 40, lineRule: LineRuleType.EXACT },
    indent: { left: Math.round((width - length) / 2), right: Math.round((width - length) / 2) },
    border: { top: { ...THIN, size: 6, space: 1 } },
  });

const cell = (children, width, more = {}) =>
  new TableCell({ children, width: { size: width, type: WidthType.DXA }, ...more });
const invisibleTable = (rows, columnWidths) =>
  new Table({
    rows,
    columnWidths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: { left: 0, right: 0 },
  });

/** Agency on the left, national title on the right; below them what stands left of place and day: a number, or nothing. */
function head(number = centered('Số: {so}/{ky_hieu}', { size: 13 })) {
  const [left, right] = [mm(70), TEXT_WIDTH - mm(70)];
  const names = new TableRow({
    children: [
      cell(
        [
          centered('{#co_quan_chu_quan [loopOver: "paragraph"]}{ten}{/co_quan_chu_quan}', { size: 13 }),
          centered('{co_quan}', { size: 13, bold: true }),
          rule(left, mm(22)),
        ],
        left,
      ),
      cell(
        [
          centered('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 12, bold: true }),
          centered('Độc lập - Tự do - Hạnh phúc', { size: 13, bold: true }),
          rule(right, mm(57)),
        ],
        right,
      ),
    ],
  });
  const numbers = new TableRow({
    children: [
      cell([number], left),
      cell([centered('{dia_danh}, {ngay}', { size: 13.5, italics: true })], right),
    ],
  });
  return invisibleTable([names, numbers], [left, right]);
}

function title(kind, subject) {
  return [
    centered(kind, { bold: true }, { spacing: { before: 280 } }),
    ...(subject ? [centered(subject, { bold: true }), rule(TEXT_WIDTH, mm(55))] : []),
  ];
}

function signature() {
  const half = Math.round(TEXT_WIDTH / 2);
  const recipients = [
    paragraph(run('Nơi nhận:', { size: 12, bold: true, italics: true })),
    paragraph(run('{#noi_nhan [loopOver: "paragraph"]}- {ten}{/noi_nhan}', { size: 11 })),
  ];
  const signer = [
    centered('{#quyen_han [loopOver: "paragraph"]}{dong}{/quyen_han}', { bold: true }),
    ...Array.from({ length: 4 }, () => centered('')),
    centered('{nguoi_ky}', { bold: true }),
  ];
  const row = new TableRow({
    cantSplit: true,
    children: [cell(recipients, half), cell(signer, TEXT_WIDTH - half)],
  });
  return [paragraph(run(''), { keepNext: true }), invisibleTable([row], [half, TEXT_WIDTH - half])];
}

const BASIS = body(run('{#can_cu [loopOver: "paragraph"]}{noi_dung}{/can_cu}', { italics: true }));
const opening = () => [
  centered('{tham_quyen}', { bold: true }, { spacing: { before: 200, after: 160 } }),
  BASIS,
  centered('QUYẾT ĐỊNH:', { bold: true }, { spacing: { before: 120, after: 160 } }),
];

/** A list that repeats its heading on each page; rows are never split. */
function list(name, columns) {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.round((width / total) * TEXT_WIDTH));
  const borders = { top: THIN, bottom: THIN, left: THIN, right: THIN };
  const margins = { top: 40, bottom: 40, left: 80, right: 80 };
  const heading = columns.map(({ heading: text }, index) =>
    cell([centered(text, { size: 12, bold: true })], widths[index], {
      borders,
      margins,
      verticalAlign: VerticalAlign.CENTER,
    }),
  );
  const last = columns.length - 1;
  const values = columns.map(({ value, middle }, index) => {
    const open = index === 0 ? `{#${name} [loopOver: "row"]}` : '';
    const close = index === last ? `{/${name}}` : '';
    const alignment = middle ? AlignmentType.CENTER : AlignmentType.LEFT;
    const content = paragraph(run(`${open}{${value}}${close}`, { size: 12 }), { alignment });
    return cell([content], widths[index], { borders, margins, verticalAlign: VerticalAlign.CENTER });
  });
  return new Table({
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ children: heading, tableHeader: true, cantSplit: true }),
      new TableRow({ children: values, cantSplit: true, height: { value: mm(7), rule: HeightRule.ATLEAST } }),
    ],
  });
}

function annex(heading, subject, columns, name, pageBreakBefore = true) {
  return [
    centered(heading, { bold: true }, { pageBreakBefore }),
    centered(subject, { bold: true }),
    centered('(Kèm theo {van_ban_chinh} số {so}/{ky_hieu} {ngay} của {co_quan_thuong})', {
      size: 13,
      italics: true,
    }),
    rule(TEXT_WIDTH, mm(55)),
    paragraph(run('', { size: 6 })),
    list(name, columns),
  ];
}

const LOOK = { LAST, TEXT_WIDTH, mm };
const KIT = {
  ...LOOK,
  annex,
  article,
  body,
  cell,
  centered,
  head,
  invisibleTable,
  list,
  opening,
  paragraph,
  rule,
  run,
  signature,
  title,
};

const TEMPLATES = {
  ...procedureTemplates(KIT),
  ...readingTemplates(KIT),
  ...officeTemplates(KIT),
  ...urgingTemplates(KIT),
  ...declarationTemplates(KIT),
  'quyet-dinh-ban-hanh': {
    title: 'Quyết định ban hành tài liệu HTQLCL',
    children: [
      head(),
      ...title('QUYẾT ĐỊNH', '{trich_yeu}'),
      ...opening(),
      said('dieu_ban_hanh'),
      said('dieu_bai_bo'),
      body(
        run(
          '{#bai_bo [loopOver: "paragraph"]}Bãi bỏ tài liệu {ma_hieu} “{ten}”, lần ban hành {lan_ban_hanh}{vi_sao}.{/bai_bo}',
        ),
      ),
      said('dieu_hieu_luc'),
      body(run('{#thay_the [loopOver: "paragraph"]}{noi_dung}{/thay_the}')),
      said('dieu_thi_hanh', LAST),
      ...signature(),
      ...annex(
        'DANH MỤC',
        `Tài liệu Hệ thống quản lý chất lượng theo {tieu_chuan}`,
        DOCUMENT_COLUMNS,
        'tai_lieu',
      ),
    ],
  },
  'danh-muc-kem-theo': {
    title: 'Danh mục kèm theo quyết định ban hành tài liệu HTQLCL',
    children: annex(
      'DANH MỤC',
      `Tài liệu Hệ thống quản lý chất lượng theo {tieu_chuan}`,
      DOCUMENT_COLUMNS,
      'tai_lieu',
      false,
    ),
  },
  'to-trinh-ban-hanh': {
    title: 'Tờ trình ban hành tài liệu HTQLCL',
    children: [
      head(),
      ...title('TỜ TRÌNH', '{trich_yeu}'),
      centered('Kính gửi: {kinh_gui}', {}, { spacing: { before: 200, after: 200 } }),
      BASIS,
      body(
        run(
          `Các tài liệu nêu dưới đây thuộc Hệ thống quản lý chất lượng theo {tieu_chuan} đã được soạn thảo, xem xét và phê duyệt nội dung theo quy định. {don_vi_trinh} kính trình {kinh_gui} xem xét, ban hành {so_luong} tài liệu sau:`,
        ),
      ),
      list('tai_lieu', DOCUMENT_COLUMNS),
      paragraph(run('', { size: 6 })),
      body(run('{#noi_dung_chinh [loopOver: "paragraph"]}{noi_dung}{/noi_dung_chinh}')),
      body(
        run(
          'Đề nghị các tài liệu có hiệu lực kể từ {hieu_luc}. Dự thảo Quyết định ban hành gửi kèm Tờ trình này.',
        ),
      ),
      body(run('{don_vi_trinh} kính trình {kinh_gui} xem xét, quyết định./.'), LAST),
      ...signature(),
    ],
  },
};

const pageNumber = new Header({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ children: [PageNumber.CURRENT], size: 26, font: FONT })],
    }),
  ],
});

for (const [name, { title: heading, children }] of Object.entries(TEMPLATES)) {
  const document = new Document({
    title: heading,
    description: 'Mẫu khởi tạo, đối chiếu văn bản gốc trước khi dùng.',
    keywords: 'mẫu khởi tạo',
    creator: 'ISO điện tử',
    lastModifiedBy: 'ISO điện tử',
    styles: { default: { document: { run: { font: FONT, size: 28, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGIN }, titlePage: true },
        headers: { default: pageNumber, first: new Header({ children: [new Paragraph({})] }) },
        children,
      },
    ],
  });
  const path = join(import.meta.dirname, '..', 'libs', 'reference', 'templates', `${name}.docx`);
  await writeFile(path, await Packer.toBuffer(document));
}
