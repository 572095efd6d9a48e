import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  type IRunOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** A part of a sheet: a line of text, label and value pairs, or a table with any number of columns. */
export type SheetPart =
  | { readonly kind: 'title' | 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: 'table';
      readonly headings: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Height of a row, for names and signatures to be written in; in millimetres. */
      readonly roomy?: number;
    };

const FONT = 'Times New Roman';
const mm = (value: number): number => Math.round((value * 1440) / 25.4);
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const BORDERS = { top: THIN, bottom: THIN, left: THIN, right: THIN };
/** XML 1.0 has no place for these, not even escaped. */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A Word sheet whose tables have as many columns as the agency's form asks for: A4, margins after Nghị định 30/2020. */
export async function sheetDocx(title: string, parts: readonly SheetPart[]): Promise<Buffer> {
  const document = new Document({
    title,
    creator: 'ISO điện tử',
    styles: { default: { document: { run: { font: FONT, size: 26, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20) },
          },
        },
        children: parts.flatMap(partOf),
      },
    ],
  });
  return Packer.toBuffer(document);
}

function partOf(part: SheetPart): FileChild[] {
  switch (part.kind) {
    case 'title':
      return [line(part.text, { strong: true, size: 30, alignment: AlignmentType.CENTER })];
    case 'heading':
      return [line(part.text, { strong: true })];
    case 'text':
      return [line(part.text)];
    case 'facts':
      return [tableOf(part.facts.map((fact) => [...fact])), line('')];
    case 'table':
      return [tableOf([part.headings, ...part.rows], part.roomy, true), line('')];
  }
}

interface Look {
  strong?: boolean;
  size?: number;
  alignment?: (typeof AlignmentType)[keyof typeof AlignmentType];
}

function line(
  text: string,
  { strong = false, size = 26, alignment = AlignmentType.LEFT }: Look = {},
): Paragraph {
  const clean = text.toWellFormed().normalize('NFC').replace(NOT_IN_XML, '');
  return new Paragraph({
    alignment,
    spacing: { after: 80 },
    children: clean.split(/\r?\n/).map((each, at) => {
      const look: IRunOptions = { text: each, size, font: FONT, bold: strong, break: at > 0 ? 1 : 0 };
      return new TextRun(look);
    }),
  });
}

function tableOf(rows: readonly (readonly string[])[], roomy = 0, hasHeading = false): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          tableHeader: hasHeading && at === 0,
          cantSplit: true,
          ...(roomy > 0 && at > 0 ? { height: { value: mm(roomy), rule: 'atLeast' as const } } : {}),
          children: cells.map(
            (text, place) =>
              new TableCell({
                borders: BORDERS,
                margins: { top: 40, bottom: 40, left: 80, right: 80 },
                children: [line(text, { size: 24, strong: hasHeading ? at === 0 : place === 0 })],
              }),
          ),
        }),
    ),
  });
}
