import { type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Anybody at the public portal; scripts are off, as the portal must do without. */
export class Visitor {
  readonly page: Page;
  readonly #context: BrowserContext;

  private constructor(page: Page, context: BrowserContext) {
    this.page = page;
    this.#context = context;
  }

  static async comes(browser: Browser, portal: string): Promise<Visitor> {
    const context = await browser.newContext({ baseURL: portal, locale: 'vi-VN', javaScriptEnabled: false });
    context.setDefaultTimeout(20_000);
    return new Visitor(await context.newPage(), context);
  }

  async leaves(): Promise<void> {
    await this.#context.close();
  }

  /** Types an agency's name and opens the one found. */
  async findsAgency(typed: string, name: string): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('searchbox').or(this.page.getByRole('textbox')).first().fill(typed);
    await this.page.getByRole('button', { name: 'Tìm' }).click();
    await this.page.getByRole('link', { name }).click();
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  /** Where the telephone leads that was held over a QR code. */
  async scans(code: string): Promise<void> {
    await this.page.goto(code);
  }

  async words(): Promise<string> {
    return (await this.page.locator('body').innerText()).normalize('NFC');
  }

  async addressOf(link: RegExp): Promise<string> {
    return (await this.page.getByRole('link', { name: link }).first().getAttribute('href')) ?? '';
  }

  async file(path: string): Promise<Uint8Array> {
    const response = await this.#context.request.get(path);
    if (!response.ok()) throw new Error(`${path}: ${response.status()}`);
    return new Uint8Array(await response.body());
  }
}
