import JSZip from 'jszip';
import mammoth from 'mammoth';

import { type ListFormRow } from './list-forms';
import { fillListForm } from './printed-forms';

const HEAD = {
  parentAgency: null,
  agency: 'UBND xã Thử',
  place: 'Thử',
  date: null,
  standard: 'TCVN ISO 9001:2015',
  subject: '',
};

function* lines(count: number): Generator<ListFormRow<'danh-muc-ho-so'>> {
  for (let at = 1; at <= count; at += 1)
    yield {
      stt: String(at),
      ten: `Hồ sơ <${String(at)}> & {nguoi_ky}\u0000`,
      ma_hieu: `QT-${String(at)}`,
      noi_luu: '',
      thoi_han: '05 năm',
      can_cu: '',
      ghi_chu: '',
    };
}

describe('fillListForm()', () => {
  it('FM: writes 5,000 rows, each once and in order, with values as text', async () => {
    const docx = await fillListForm('danh-muc-ho-so', HEAD, lines(5_000));
    const zip = await JSZip.loadAsync(docx, { checkCRC32: true });
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';

    expect([...xml.matchAll(/Hồ sơ &lt;(\d+)&gt; &amp; \{nguoi_ky\}</g)].map(([, no]) => Number(no))).toEqual(
      Array.from({ length: 5_000 }, (_, at) => at + 1),
    );
    expect(xml).toContain('UBND XÃ THỬ');
    expect(xml.match(/<w:tbl>/g)).toHaveLength(xml.match(/<\/w:tbl>/g)?.length ?? 0);
  });

  it('leaves an empty row under the heading of an empty list', async () => {
    const { value } = await mammoth.extractRawText({
      buffer: await fillListForm('danh-muc-ho-so', HEAD, []),
    });

    expect(value).toContain('Thời hạn lưu');
    expect(value).not.toMatch(/[\uE000\uE001]/u);
  });
});
