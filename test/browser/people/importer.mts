import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Official } from './official.mts';

export interface PrintedDecision {
  number: string;
  /** dd/mm/yyyy */
  signedOn: string;
  abstract: string;
  signer: string;
  position: string;
}

/** What runs inside the page is text: this program knows no browser's types. */
const CHOSEN = `({ files }) => {
  const carried = new DataTransfer();
  for (const { content, name } of files) {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    carried.items.add(new File([bytes], name));
  }
  return carried;
}`;

export interface ImportState {
  id: string;
  total: number;
  counts: Record<string, number>;
  groups: { key: string; label: string; level: string; files: number }[];
  repeatedCodes: { code: string; sameSeries: boolean; files: { series: string }[] }[];
}

/** Thư ký ISO on day one: drops what the office has in force, reviews it, confirms once. */
export class Importer extends Official {
  async opensImport(): Promise<string> {
    await this.chooses('Soạn thảo và ban hành');
    await this.page.getByRole('link', { name: 'Nhập hàng loạt' }).click();
    await this.button('Mở đợt nhập mới').click();
    await this.page.waitForURL((url) => /^\/imports\/[0-9a-f-]{36}$/.test(url.pathname));
    return new URL(this.page.url()).pathname;
  }

  async returnsTo(address: string): Promise<void> {
    await this.page.goto(address);
    await this.page.getByText(/^Thả tệp, thư mục/).waitFor();
  }

  /** Drops everything of a folder at once. */
  async dropsAll(folder: string): Promise<number> {
    const files = filesIn(folder).map((file) => ({
      content: readFileSync(file).toString('base64'),
      name: relative(folder, file).split(sep).at(-1)?.normalize('NFC') ?? '',
    }));
    const place = this.page.getByText(/^Thả tệp, thư mục/);
    await place.waitFor();
    const dataTransfer = await this.page.evaluateHandle<unknown>(`(${CHOSEN})(${JSON.stringify({ files })})`);
    await place.dispatchEvent('dragover', { dataTransfer });
    await place.dispatchEvent('drop', { dataTransfer });
    return files.length;
  }

  async seesSent(count: number): Promise<void> {
    await this.page
      .getByText(`Đã gửi ${String(count)}/${String(count)} tệp`)
      .first()
      .waitFor({ timeout: 120_000 });
  }

  importState(address: string): Promise<ImportState> {
    return this.asks<ImportState>(address);
  }

  async choosesAll(): Promise<void> {
    await this.page.getByLabel('Chọn tất cả trong bộ lọc').check();
  }

  async acceptsInForce({ number, signedOn, abstract, signer, position }: PrintedDecision): Promise<void> {
    const act = 'Nhận vào hiệu lực theo quyết định đã có';
    await this.button(act).click();
    const dialog = this.dialog(act);
    await this.field('Số, ký hiệu quyết định', dialog).fill(number);
    await this.writesDay('Ngày ký', signedOn, dialog);
    await this.field('Trích yếu', dialog).fill(abstract);
    await this.field('Người ký', dialog).fill(signer);
    await this.field('Chức vụ', dialog).fill(position);
    await this.signs(act, act);
  }

  /** The summary follows the reading every other second: it is waited for until it says so. */
  async seesFinding(label: string, count: string): Promise<void> {
    await this.page
      .locator('.summary-list li')
      .filter({ hasText: label })
      .locator('strong')
      .filter({ hasText: count })
      .waitFor();
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesIn(path) : [path];
    });
}
