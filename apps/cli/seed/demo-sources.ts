import { mkdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { addDays, formatVi, formatViInWords, type LocalDate } from '@app/kernel';
import { type Client } from 'pg';

/** The folder of the demo feed below the one of each agency that watches it. */
const DEMO_SOURCE = 'cong-bao-thu';
const FILE = 'cong-bao-thu.atom';

/** Lets these agencies watch the demo feed every minute. Again it changes nothing. */
export async function seedDemoSources(client: Client, agencyPaths: readonly string[]): Promise<void> {
  await client.query(
    `insert into legal_register.source (agency_id, id, name, kind, address, every_minutes, next_check_at, created_by_name,
       created_at)
     select a.id, gen_random_uuid(), 'Công báo thử (dữ liệu mẫu)', 'folder', $2, 1, now(), 'Cài đặt', now()
       from organization.agency a where a.path::text = any ($1::text[])
     on conflict on constraint source_once do nothing`,
    [agencyPaths, DEMO_SOURCE],
  );
}

/** Puts the feed where the worker watches, once: what people have done with it since stays theirs. */
export async function layDemoFeed(
  watchFolder: string,
  agencyPaths: readonly string[],
  today: LocalDate,
): Promise<void> {
  for (const path of agencyPaths) {
    const folder = join(watchFolder, path, DEMO_SOURCE);
    await mkdir(folder, { recursive: true });
    const file = join(folder, FILE);
    if (await exists(file)) continue;
    await writeFile(file, demoFeed(today));
    // The worker waits until a file has settled; this one is whole.
    const earlier = new Date(Date.now() - 60_000);
    await utimes(file, earlier, earlier);
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/**
 * An invented gazette: the numbers, texts and days do not exist. It touches texts of the starter set that procedures of
 * hộ tịch and chứng thực cite, so that a confirmation reaches whoever has uploaded one.
 */
function demoFeed(today: LocalDate): string {
  const [signed, begins] = [addDays(today, -3), addDays(today, 60)];
  const entries = [
    entry('901-2026-tt-btp', 'Thông tư số 901/2026/TT-BTP', circular(signed, begins)),
    entry('902-2026-nd-cp', 'Nghị định số 902/2026/NĐ-CP', decree(signed, begins)),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>Công báo thử (dữ liệu mẫu, không có thật)</title>
<id>urn:iso-dien-tu:cong-bao-thu</id>
<updated>${signed}T00:00:00Z</updated>
${entries.map((each) => each(signed)).join('\n')}
</feed>
`;
}

function entry(id: string, name: string, text: string): (day: LocalDate) => string {
  return (day) => `<entry>
<id>urn:iso-dien-tu:cong-bao-thu:${id}</id>
<title>${name} (văn bản thử, không có thật)</title>
<published>${day}T03:00:00Z</published><updated>${day}T03:00:00Z</updated>
<content type="text">${text}</content>
</entry>`;
}

function circular(signed: LocalDate, begins: LocalDate): string {
  return `BỘ TƯ PHÁP
Số: 901/2026/TT-BTP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ${formatViInWords(signed)}
THÔNG TƯ
Quy định chi tiết thi hành một số điều của Luật Hộ tịch (văn bản thử)
Điều 1. Phạm vi điều chỉnh
Thông tư này quy định về mẫu sổ và mẫu giấy tờ hộ tịch.
Điều 2. Hiệu lực thi hành
1. Thông tư này có hiệu lực từ ngày ${formatVi(begins)}.
2. Thông tư này thay thế Thông tư số 04/2020/TT-BTP ngày 28 tháng 5 năm 2020 của Bộ trưởng Bộ Tư pháp.`;
}

function decree(signed: LocalDate, begins: LocalDate): string {
  return `CHÍNH PHỦ
Số: 902/2026/NĐ-CP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ${formatViInWords(signed)}
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 123/2015/NĐ-CP ngày 15 tháng 11 năm 2015 của Chính phủ (văn bản thử)
Điều 1. Sửa đổi, bổ sung khoản 2 Điều 5 của Nghị định số 123/2015/NĐ-CP ngày 15 tháng 11 năm 2015 của Chính phủ.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày ${formatVi(begins)}.`;
}
