import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import JSZip from 'jszip';

import { ZipWriter } from '../zip';
import { cleanText, fillTemplate, type TemplateValues } from './fill-template';
import { TemplateFaulty } from './form-errors';

/** The table of a form that may have thousands of rows: the name of its loop, and what a row names. */
export interface LongTable<Field extends string> {
  readonly loop: string;
  readonly fields: readonly Field[];
}

/** Private signs that no text of ours holds: they mark the places in the one row that is written out. */
const OPEN = '\uE000';
const CLOSE = '\uE001';
const BODY = 'word/document.xml';
/** A table this long is set as several: Word and LibreOffice lay out one endless table ever more slowly. */
const ROWS_OF_A_TABLE = 200;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Fills a template whose list may be of any length: the template engine fills everything and one row, which is then
 * written out as often as there are rows, as they come. 5,000 rows take no more memory than five.
 * @throws TemplateFaulty
 */
export async function fillLongTemplate<Field extends string>(
  template: Uint8Array,
  values: TemplateValues,
  { loop, fields }: LongTable<Field>,
  rows: Iterable<Readonly<Record<Field, string>>> | AsyncIterable<Readonly<Record<Field, string>>>,
): Promise<Buffer> {
  const marks = Object.fromEntries(fields.map((field) => [field, `${OPEN}${field}${CLOSE}`]));
  const filled = await fillTemplate(template, { ...values, [loop]: [marks] });
  const zip = await JSZip.loadAsync(filled);
  const parts = Object.values(zip.files).filter(({ dir, name }) => !dir && name !== BODY);
  const frame = frameOf((await zip.file(BODY)?.async('string')) ?? '');
  return written(async (writer) => {
    for (const part of parts) await writer.add(part.name, [await part.async('uint8array')]);
    await writer.add(BODY, bodyOf(frame, rows));
  });
}

interface Frame {
  before: string;
  /** From the start of the table to its first row, heading included. */
  head: string;
  row: string;
  after: string;
}

/** Cuts the body at the row that bears the marks. @throws TemplateFaulty */
function frameOf(xml: string): Frame {
  const [first, last] = [xml.indexOf(OPEN), xml.lastIndexOf(CLOSE)];
  const from = Math.max(xml.lastIndexOf('<w:tr ', first), xml.lastIndexOf('<w:tr>', first));
  const table = xml.lastIndexOf('<w:tbl>', from);
  const to = xml.indexOf('</w:tr>', last) + '</w:tr>'.length;
  if (first < 0 || from < 0 || table < 0 || to < last)
    throw new TemplateFaulty(new Error('the list is no row of a table'));
  return {
    before: xml.slice(0, table),
    head: xml.slice(table, from),
    row: xml.slice(from, to),
    after: xml.slice(to),
  };
}

async function* bodyOf(
  { before, head, row, after }: Frame,
  rows: Iterable<Readonly<Record<string, string>>> | AsyncIterable<Readonly<Record<string, string>>>,
): AsyncGenerator<string> {
  yield before + head;
  let count = 0;
  for await (const each of rows) {
    if (count > 0 && count % ROWS_OF_A_TABLE === 0) yield NEXT_TABLE + head;
    count += 1;
    yield row.replace(MARK, (_, field: string) => escaped(cleanText(each[field] ?? '')));
  }
  // A table without a row is none: the heading of an empty list stands over an empty row.
  if (count === 0) yield row.replace(MARK, '');
  yield after;
}

const MARK = new RegExp(`${OPEN}(.*?)${CLOSE}`, 'gu');
const NEXT_TABLE =
  '</w:tbl><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>';

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

async function written(write: (writer: ZipWriter) => Promise<void>): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'iso-form-'));
  try {
    const path = join(folder, 'form.docx');
    const file = await open(path, 'wx', 0o600);
    try {
      const writer = new ZipWriter(file);
      await write(writer);
      await writer.end();
    } finally {
      await file.close();
    }
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
