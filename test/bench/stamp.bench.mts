// Stamping a copy of 300 pages (DI-11): at most 250 ms and 100 MiB. Best of the rounds: other programs only add to it.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { REPOSITORY } from '../../scripts/lib/paths.mts';

const require = createRequire(import.meta.url);
const { stampCopy } = require(join(REPOSITORY, 'dist/libs/platform/src/pdf/index.js')) as {
  stampCopy: (pdf: Uint8Array, stamp: unknown) => Promise<unknown>;
};

const book = await PDFDocument.create();
const font = await book.embedFont(StandardFonts.TimesRoman);
for (let number = 1; number <= 300; number += 1) {
  const page = book.addPage([595.28, 841.89]);
  for (let line = 0; line < 40; line += 1)
    page.drawText(`Page ${String(number)}, line ${String(line)}`, {
      x: 60,
      y: 780 - line * 18,
      size: 11,
      font,
    });
}
const bytes = await book.save();
const stamp = {
  code: 'QT 01',
  title: 'Quy trình đăng ký khai sinh',
  issue: 2,
  revision: 0,
  state: 'Đang hiệu lực',
  inForce: true,
  decision: { number: '12/QĐ-UBND', date: '2026-01-05' },
  takenBy: 'Nguyễn Thị Thử',
  takenAt: new Date(),
  copyNumber: null,
  signatures: ['Soạn thảo', 'Xem xét', 'Phê duyệt'].map((meaning) => ({
    meaning,
    name: 'Nguyễn Thị Thử',
    position: 'Phó Chủ tịch',
    at: new Date(),
    way: 'Ký trong phần mềm',
    note: null,
    invalid: null,
  })),
  url: 'https://example.vn/q/abc',
};

const before = process.memoryUsage.rss();
let best = Infinity;
let peak = before;
for (let round = 0; round < 10; round += 1) {
  const began = performance.now();
  await stampCopy(bytes, stamp);
  best = Math.min(best, performance.now() - began);
  peak = Math.max(peak, process.memoryUsage.rss());
}
console.log(
  `stamp 300 pages        ${best.toFixed(0)} ms (≤ 250)   ${((peak - before) / 2 ** 20).toFixed(0)} MiB above idle (≤ 100)`,
);
