import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { eventually } from '../../support/eventually';
import { PASSWORD } from '../support/product.mts';

const PATIENCE_MS = 20_000;

// What runs inside the page is text: this program knows no browser's types.

const PAINTED = `(() => {
  const shown = document.querySelector('.pdf canvas');
  const points = shown?.getContext('2d')?.getImageData(0, 0, shown.width, shown.height).data ?? [];
  return points.some((value, index) => index % 4 < 3 && value < 128 && points[index | 3] > 0);
})()`;

const CARRIED = `({ content, name }) => {
  const carried = new DataTransfer();
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  carried.items.add(new File([bytes], name));
  return carried;
}`;

export function beginningWith(label: string): RegExp {
  return new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}

/** How people tell documents apart: two offices may have given the same code. */
export interface Paper {
  code: string;
  title: string;
}

type Multipart = Record<string, { name: string; mimeType: string; buffer: Buffer }>;

export type Role<Person extends Official> = new (
  page: Page,
  context: BrowserContext,
  login: string,
) => Person;

/** Opens a browser window of their own and signs in. */
export async function enters<Person extends Official>(
  role: Role<Person>,
  browser: Browser,
  { web, login }: { web: string; login: string },
): Promise<Person> {
  const context = await browser.newContext({
    baseURL: web,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1366, height: 768 },
    acceptDownloads: true,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const person = new role(await context.newPage(), context, login);
  await person.signsIn();
  return person;
}

/** A person at a browser of their own: signs in and does what their role does, by the words on the screen. */
export class Official {
  readonly page: Page;
  readonly login: string;
  readonly #context: BrowserContext;

  constructor(page: Page, context: BrowserContext, login: string) {
    this.page = page;
    this.login = login;
    this.#context = context;
  }

  async leaves(): Promise<void> {
    await this.#context.close();
  }

  async signsIn(): Promise<void> {
    await this.page.goto('/');
    await this.page.getByLabel('Tên đăng nhập').fill(this.login);
    await this.page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await this.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await this.page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
  }

  async chooses(section: string): Promise<void> {
    const rail = this.page.getByRole('navigation', { name: 'Danh mục chính' });
    await rail.getByRole('link', { name: section }).click();
    await this.page.getByRole('heading', { level: 1, name: section }).waitFor();
  }

  /** Clicks the line of work that holds all these words, whatever its group. */
  async opensWork(...words: string[]): Promise<void> {
    await this.workLine(...words).then((line) => line.click());
    await this.page.waitForURL((url) => url.pathname !== '/work');
  }

  /** What the worker gives people comes a moment later: who does not see it yet loads the list again. */
  async workLine(...words: string[]): Promise<Locator> {
    await this.chooses('Việc của tôi');
    return eventually(
      async () => {
        const line = await this.#searchWork(words);
        if (line !== null) return line;
        await this.page.reload();
        throw new Error(`${this.login} has no work with the words ${words.join(' + ')}`);
      },
      { within: PATIENCE_MS, every: 250 },
    );
  }

  async #searchWork(words: string[]): Promise<Locator | null> {
    const line = words.reduce(
      (lines, word) => lines.filter({ hasText: word }),
      this.page.locator('.work-line a'),
    );
    const groups = this.page.getByRole('tab');
    await groups.or(this.page.getByText('Không có việc nào đang chờ')).first().waitFor();
    for (const group of await groups.all()) {
      await group.click();
      // The list follows the address: what is counted is the group that was chosen, not the one before.
      await group.and(this.page.locator('[aria-selected=true]')).waitFor();
      if ((await line.count()) > 0) return line.first();
    }
    return null;
  }

  async workTitles(): Promise<string[]> {
    const items = await this.asks<{ items: { title: string; kind: string }[] }>('/work-items?limit=100');
    return items.items.map(({ title }) => title);
  }

  /** The page of a document by its code, from the list of effective ones or of those in the making. */
  async opensDocument(
    { code, title }: Paper,
    list: 'Tài liệu đang hiệu lực' | 'Soạn thảo và ban hành',
  ): Promise<void> {
    await this.chooses(list);
    const row = this.page.getByRole('row').filter({ hasText: code }).filter({ hasText: title });
    await row.getByRole('link').first().click();
    await this.page.locator('.band-code').filter({ hasText: code }).waitFor();
  }

  async sees(words: string | RegExp): Promise<void> {
    await this.#shown(words).waitFor();
  }

  /** Tabs that are folded away keep their words in the page: nobody sees those. */
  #shown(words: string | RegExp): Locator {
    return this.page.getByText(words).filter({ visible: true }).first();
  }

  async readsHistory(): Promise<void> {
    await this.opensTab('Lịch sử');
  }

  async opensTab(name: string): Promise<void> {
    const tab = this.page.getByRole('tab', { name, exact: true });
    await tab.click();
    await tab.and(this.page.locator('[aria-selected=true]')).waitFor();
  }

  async seesNo(words: string | RegExp): Promise<void> {
    await this.#shown(words).waitFor({ state: 'hidden' });
  }

  /** Looks for a code among what is in force, as from a link that somebody sent. */
  async findsInForce(code: string): Promise<void> {
    await this.#looksFor(code);
    await this.page.getByRole('row').filter({ hasText: code }).first().waitFor();
  }

  async findsNothingInForce(code: string): Promise<void> {
    await this.#looksFor(code);
    await this.page.getByText('Không có tài liệu nào khớp bộ lọc.').waitFor();
  }

  async #looksFor(code: string): Promise<void> {
    await this.page.goto(`/documents?q=${encodeURIComponent(code)}`);
  }

  /** Under "Việc của tôi": ticks what was read and confirms it. */
  async confirmsReading({ code, title }: Paper): Promise<void> {
    await this.page.goto('/work');
    await this.page.getByRole('checkbox', { name: `${code} – ${title}` }).check();
    await this.button('Xác nhận đã đọc 1 tài liệu').click();
    await this.page.getByText('Đã ghi nhận bạn đã đọc.').waitFor();
  }

  /** Waits until the band says so: what is read once may be what stood there before. */
  async seesState(state: string): Promise<string> {
    const chip = this.page.locator('.band-code').getByText(state, { exact: true });
    await chip.waitFor();
    return chip.innerText();
  }

  /** The first page stands in the viewer, painted: some of its points are not white. */
  async readsThePdf(): Promise<void> {
    const canvas = this.page.locator('.pdf canvas').first();
    await canvas.waitFor();
    await this.page.waitForFunction(PAINTED);
  }

  async saves(button: string | Locator): Promise<Uint8Array<ArrayBuffer>> {
    const clicked = typeof button === 'string' ? this.button(button) : button;
    const [download] = await Promise.all([this.page.waitForEvent('download'), clicked.click()]);
    return new Uint8Array(readFileSync(await download.path()));
  }

  /** Takes a printed form: the menu, then the line in it. */
  async printsForm(line: string): Promise<Uint8Array<ArrayBuffer>> {
    await this.page.getByRole('button', { name: 'In, tải về' }).click();
    return this.saves(this.page.getByRole('menuitem', { name: line, exact: true }));
  }

  /** Reads as this person would through the API; writing is done on the screen alone. */
  async asks<Answer>(path: string): Promise<Answer> {
    const response = await this.#context.request.get(`/api/v1${path}`);
    if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  /** What other stories show by clicks, done as this person through the API to come to one's own story. */
  async sends<Answer>(path: string, data: object, rowVersion?: number): Promise<Answer> {
    const ifMatch = rowVersion === undefined ? {} : { 'if-match': `"${String(rowVersion)}"` };
    return this.#posts(path, { data, headers: ifMatch });
  }

  async sendsFile<Answer>(
    path: string,
    { name, content }: { name: string; content: Buffer },
  ): Promise<Answer> {
    const file = { name, mimeType: 'application/octet-stream', buffer: content };
    return this.#posts(path, { multipart: { file } });
  }

  async #posts<Answer>(
    path: string,
    { headers, ...body }: { headers?: Record<string, string>; data?: object; multipart?: Multipart },
  ): Promise<Answer> {
    const origin = new URL(this.page.url()).origin;
    const response = await this.#context.request.post(`/api/v1${path}`, {
      ...body,
      headers: { origin, ...headers },
    });
    const text = await response.text();
    if (!response.ok()) throw new Error(`${path}: ${String(response.status())} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as Answer;
  }

  /** Gives back the paper that is open, to be mended. */
  protected async returns(reason: string): Promise<void> {
    await this.button('Trả lại').click();
    const dialog = this.dialog('Trả lại để sửa');
    await this.field('Lý do', dialog).fill(reason);
    await this.button('Trả lại', dialog).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  protected button(name: string, within: Locator | Page = this.page): Locator {
    return within.getByRole('button', { name, exact: true });
  }

  protected dialog(name: string): Locator {
    return this.page.getByRole('dialog').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  protected field(label: string, within: Locator | Page = this.page): Locator {
    return within.getByLabel(beginningWith(label)).first();
  }

  /** Types into a choice and takes the line that holds the words typed, or others. */
  protected async picks(
    label: string,
    typed: string,
    { option = typed, within = this.page }: { option?: string; within?: Locator | Page } = {},
  ): Promise<void> {
    const field = this.field(label, within);
    await field.click();
    if (await field.isEditable()) await field.fill(typed);
    const list = await field.getAttribute('aria-controls');
    const offered = this.page
      .locator('.ant-select-dropdown')
      .filter({ has: this.page.locator(`[id="${list ?? ''}"]`) });
    const line = offered
      .locator('.ant-select-item-option')
      .filter({ hasText: wholeWords(option) })
      .first();
    await line.click();
    // The list may move under the pointer while it still opens; a person would click again.
    const closed = await offered.waitFor({ state: 'hidden', timeout: 3000 }).then(
      () => true,
      () => false,
    );
    if (!closed) await line.click();
    await offered.waitFor({ state: 'hidden' });
  }

  /** Types into a choice of several and takes one line more; the list stays open until Escape. */
  protected async adds(label: string, typed: string, within: Locator | Page = this.page): Promise<void> {
    const field = this.field(label, within);
    await field.click();
    await field.fill(typed);
    const list = await field.getAttribute('aria-controls');
    const offered = this.page
      .locator('.ant-select-dropdown')
      .filter({ has: this.page.locator(`[id="${list ?? ''}"]`) });
    await offered
      .locator('.ant-select-item-option')
      .filter({ hasText: wholeWords(typed) })
      .first()
      .click();
    await field.press('Escape');
    await offered.waitFor({ state: 'hidden' });
  }

  /** A day as it stands on paper, dd/mm/yyyy. */
  protected async writesDay(label: string, day: string, within: Locator | Page = this.page): Promise<void> {
    const field = this.field(label, within);
    await field.click();
    await field.fill(day);
    await field.press('Enter');
  }

  /** Drops a file from the person's disk on the place that says "Thả tệp". */
  protected async drops(file: string): Promise<void> {
    const place = this.page.getByText(/^Thả tệp/).first();
    await place.waitFor();
    const content = readFileSync(file).toString('base64');
    const name = basename(file).normalize('NFC');
    const dataTransfer = await this.page.evaluateHandle<unknown>(
      `(${CARRIED})(${JSON.stringify({ content, name })})`,
    );
    await place.dispatchEvent('dragover', { dataTransfer });
    await place.dispatchEvent('drop', { dataTransfer });
  }

  /**
   * Types the password again and signs; the dialog closes when the signature is kept. When it says that it could not,
   * `again` is awaited and the same button is pressed once more.
   */
  protected async signs(title: string, button: string, again?: () => Promise<void>): Promise<void> {
    const dialog = this.dialog(title);
    await this.field('Nhập lại mật khẩu', dialog).fill(PASSWORD);
    await this.button(button, dialog).click();
    if (again !== undefined) {
      await again();
      const refused = dialog.getByRole('alert').first();
      const closed = dialog.waitFor({ state: 'hidden' }).then(() => 'closed');
      const answer = await Promise.race([closed, refused.waitFor().then(() => 'refused')]);
      if (answer === 'refused') await this.button(button, dialog).click();
    }
    await dialog.waitFor({ state: 'hidden' });
  }
}

/** The words as they stand by themselves: "23/2015/NĐ-CP" is not the end of "123/2015/NĐ-CP". */
function wholeWords(words: string): RegExp {
  const literally = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${literally}`, 'u');
}
