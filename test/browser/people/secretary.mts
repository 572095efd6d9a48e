import { type Locator } from 'playwright-core';
import { Official } from './official.mts';

export interface DraftWish {
  drafter: string;
  unit: string;
  /** From the second version on. */
  change?: string;
  /** Fields that the secretary corrects, by their label. */
  corrects?: Record<string, string>;
}

/** Thư ký ISO: uploads, checks what was read, puts documents on their way, prepares decisions. */
export class Secretary extends Official {
  /** Drops the file into "Tải lên" and waits until what was read is shown. */
  async uploads(file: string): Promise<void> {
    await this.chooses('Soạn thảo và ban hành');
    await this.page.getByRole('link', { name: 'Tải lên' }).first().click();
    await this.#drop(file);
  }

  async uploadsNewVersion(file: string): Promise<void> {
    await this.button('Phiên bản mới').click();
    await this.#drop(file);
  }

  async #drop(file: string): Promise<void> {
    await this.drops(file);
    await this.page.getByRole('progressbar').first().waitFor();
    await this.page
      .getByRole('heading', { name: 'Kiểm tra các mục đọc được trước khi lưu' })
      .waitFor({ timeout: 60_000 });
  }

  async proposed(label: string): Promise<string> {
    return this.field(label).inputValue();
  }

  /** Texts cited by number, then laws cited by name and year, as the form lists them. */
  async proposedTexts(): Promise<string[]> {
    const texts = await this.page.locator('.read-row .read-line').allInnerTexts();
    return texts.map((text) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim());
  }

  async problems(): Promise<string[]> {
    return this.page.locator('.problem-item').allTextContents();
  }

  async completes({ drafter, unit, change, corrects = {} }: DraftWish): Promise<void> {
    for (const [label, value] of Object.entries(corrects)) await this.field(label).fill(value);
    await this.picks('Người soạn thảo', drafter);
    await this.picks('Đơn vị chủ trì', unit);
    if (change === undefined) return;
    await this.picks('Mức sửa đổi', change);
    await this.field('Trang, phần được sửa đổi').fill('Mục 5, lưu đồ');
    await this.field('Lý do sửa đổi').fill('Rà soát theo quy định mới');
    await this.field('Cơ sở pháp lý của việc sửa đổi').fill('Luật Hộ tịch');
  }

  /** Mends the line of a law cited by name. */
  async namesLawInstead(old: string, name: string, year: string): Promise<void> {
    await this.page.getByRole('button', { name: `Sửa ${old}`, exact: true }).click();
    await this.page.getByLabel('Tên luật').fill(name);
    await this.page.locator('.named-row').getByLabel(/^Năm/).fill(year);
  }

  async savesDraft(): Promise<void> {
    await this.button('Lưu dự thảo').click();
    await this.seesState('Dự thảo');
  }

  /** What was entered for somebody else is theirs: here their word is on paper (OF-05). */
  async confirmsDrafting(): Promise<void> {
    await this.button('Xác nhận soạn thảo').click();
    const dialog = this.dialog('Xác nhận bản soạn thảo');
    await this.field('Căn cứ trên giấy (phiếu, ngày ký)', dialog).fill('Phiếu trình ngày 20/11/2026');
    await this.button('Xác nhận soạn thảo', dialog).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  async submits({ reviewer, approver }: { reviewer: string; approver: string }): Promise<void> {
    const confirm = this.button('Xác nhận soạn thảo');
    await confirm.or(this.button('Trình')).first().waitFor();
    if (await confirm.isVisible()) await this.confirmsDrafting();
    await this.button('Trình').click();
    const dialog = this.dialog('Trình xem xét và phê duyệt');
    await this.stands(/xem xét/i, reviewer, dialog);
    await this.stands(/phê duyệt/i, approver, dialog);
    await this.button('Trình', dialog).click();
    await dialog.waitFor({ state: 'hidden' });
    await this.seesState('Chờ xem xét');
  }

  /** Puts one person at a stage in place of those proposed. */
  private async stands(stage: RegExp, person: string, dialog: Locator): Promise<void> {
    const item = dialog
      .locator('.ant-form-item')
      .filter({ has: this.page.locator('label', { hasText: stage }) });
    const field = item.getByRole('combobox');
    await field.click();
    while ((await item.locator('.ant-select-selection-item').count()) > 0) await field.press('Backspace');
    await field.fill(person);
    const list = await field.getAttribute('aria-controls');
    const offered = this.page
      .locator('.ant-select-dropdown')
      .filter({ has: this.page.locator(`[id="${list ?? ''}"]`) });
    const line = offered.locator('.ant-select-item-option').filter({ hasText: person }).first();
    // While the one before is still being taken out, the list accepts nobody: a person would click again.
    for (let tries = 0; tries < 5 && !(await this.#stands(item, person)); tries += 1) await line.click();
    await field.press('Escape');
    await offered.waitFor({ state: 'hidden' });
  }

  async #stands(item: Locator, person: string): Promise<boolean> {
    const chosen = item.locator('.ant-select-selection-item').filter({ hasText: person });
    return chosen.waitFor({ timeout: 700 }).then(
      () => true,
      () => false,
    );
  }

  async amends(fields: Record<string, string>): Promise<void> {
    await this.button('Sửa thông tin').click();
    const dialog = this.dialog('Sửa thông tin phiên bản');
    for (const [label, value] of Object.entries(fields)) await this.field(label, dialog).fill(value);
    await this.button('Lưu', dialog).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** Gathers all approved versions in one draft of a decision, effective from the day of signing. */
  async preparesDecision({ abstract, signer }: { abstract: string; signer: string }): Promise<void> {
    await this.chooses('Soạn thảo và ban hành');
    await this.page.getByRole('link', { name: 'Quyết định ban hành' }).click();
    await this.page.getByRole('link', { name: 'Lập quyết định ban hành' }).first().click();
    await this.page.getByLabel('Chọn tất cả').check();
    await this.field('Trích yếu').fill(abstract);
    await this.picks('Người ký', signer);
    await this.button('Lưu dự thảo quyết định').click();
    await this.page.getByRole('heading', { level: 1, name: abstract }).waitFor();
  }

  /** Every effective procedure goes into the scope. */
  async preparesDeclaration(): Promise<void> {
    await this.chooses('Công bố HTQLCL');
    await this.page.getByRole('link', { name: 'Lập bản công bố' }).first().click();
    await this.picks('Tiêu chuẩn', 'ISO 9001:2015');
    await this.button('Lưu dự thảo công bố').click();
    await this.seesState('Dự thảo');
  }
}
