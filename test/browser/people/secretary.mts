import { type Locator } from 'playwright-core';
import { Checker } from './checker.mts';
import { beginningWith, type Paper } from './official.mts';

export interface DraftWish {
  drafter: string;
  unit: string;
  /** From the second version on. */
  change?: string;
  /** Fields that the secretary corrects, by their label. */
  corrects?: Record<string, string>;
}

export interface DecisionDraft {
  abstract: string;
  signer: string;
}

/** Thư ký ISO: uploads, checks what was read, puts documents on their way, prepares decisions. */
export class Secretary extends Checker {
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

  /** Along the whole route: whoever is named by a stage stands there, the rest are those proposed. */
  async submitsThrough(people: Record<string, string>): Promise<void> {
    await this.button('Trình').click();
    const dialog = this.dialog('Trình xem xét và phê duyệt');
    for (const [stage, person] of Object.entries(people))
      await this.stands(new RegExp(stage), person, dialog);
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
    // By the beginning: who is absent is offered with the name of their delegate behind.
    const line = offered
      .locator('.ant-select-item-option')
      .filter({ hasText: beginningWith(person) })
      .first();
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
  async preparesDecision(draft: DecisionDraft): Promise<void> {
    await this.#opensNewDecision();
    await this.page.getByLabel('Chọn tất cả').check();
    await this.savesDecision(draft);
  }

  /** A decision that ends one document and says why, and what is to be used instead. */
  async preparesWithdrawal(
    { document, reason, successor }: { document: Paper; reason: string; successor: Paper },
    draft: DecisionDraft,
  ): Promise<void> {
    await this.#opensNewDecision();
    await this.button('Thêm tài liệu bãi bỏ').click();
    await this.picks('Tài liệu', document.code, { within: this.page.locator('.withdrawal-row') });
    await this.field('Lý do bãi bỏ').fill(reason);
    await this.picks('Thay bằng', successor.code);
    await this.savesDecision(draft);
  }

  async #opensNewDecision(): Promise<void> {
    await this.chooses('Soạn thảo và ban hành');
    await this.page.getByRole('link', { name: 'Quyết định ban hành' }).click();
    await this.page.getByRole('link', { name: 'Lập quyết định ban hành' }).first().click();
    await this.page.getByRole('heading', { level: 1, name: 'Lập quyết định ban hành' }).waitFor();
  }

  async savesDecision({ abstract, signer }: DecisionDraft): Promise<void> {
    await this.field('Trích yếu').fill(abstract);
    await this.picks('Người ký', signer);
    await this.button('Lưu dự thảo quyết định').click();
    await this.page.getByRole('heading', { level: 1, name: abstract }).waitFor();
  }

  /** Looked at the paper itself, beside the scan that somebody else brought. */
  async confirmsOriginal(): Promise<void> {
    const act = 'Đã đối chiếu bản gốc';
    await this.button(act).click();
    await this.signs(act, act);
  }

  /** Lays documents in force before other agencies, by name. */
  async offers(papers: readonly Paper[], agencies: readonly string[]): Promise<void> {
    const act = 'Công bố dùng chung';
    await this.chooses('Tài liệu đang hiệu lực');
    await this.page.getByRole('link', { name: 'Tài liệu được giao áp dụng' }).click();
    await this.page.getByRole('link', { name: act }).click();
    await this.button(act).click();
    const dialog = this.dialog('Công bố dùng chung tài liệu đang hiệu lực');
    for (const { code } of papers) await this.adds('Tài liệu', code, dialog);
    await dialog.getByText('Cơ quan được chọn').click();
    for (const name of agencies) await this.adds('Cơ quan nhận', name, dialog);
    await this.button(act, dialog).click();
    await dialog.waitFor({ state: 'hidden' });
    for (const { title } of papers) await this.page.getByRole('row').filter({ hasText: title }).waitFor();
  }

  /** Receives all that an owner laid before this agency; the form of the one decision opens. */
  async receivesOffers(count: number): Promise<void> {
    await this.opensWork('Tiếp nhận và ban hành');
    await this.page.getByRole('checkbox', { name: 'Chọn tất cả' }).check();
    await this.button(`Tiếp nhận ${String(count)} tài liệu`).click();
    await this.page.getByRole('heading', { level: 1, name: 'Lập quyết định ban hành' }).waitFor();
    await this.page.getByText(`Đã chọn ${String(count)} tài liệu`).waitFor();
  }

  /** Before issue: the whole agency is to read it, not the owning unit alone. */
  async distributesToAll(): Promise<void> {
    await this.opensTab('Phân phối');
    await this.button('Sửa danh sách').click();
    const dialog = this.dialog('Sửa danh sách');
    await this.picks('Loại nơi nhận', 'Toàn cơ quan', { within: dialog });
    await this.button('Lưu', dialog).click();
    await dialog.waitFor({ state: 'hidden' });
    await this.sees('(Toàn cơ quan)');
  }

  async handsOutPaper({ holder, place }: { holder: string; place: string }): Promise<void> {
    await this.opensTab('Phân phối');
    await this.button('Giao bản giấy').click();
    const dialog = this.dialog('Giao bản giấy');
    await this.field('Người giữ', dialog).fill(holder);
    await this.field('Nơi để', dialog).fill(place);
    await this.button('Giao bản giấy', dialog).click();
    await dialog.waitFor({ state: 'hidden' });
    await this.sees(holder);
  }

  async takesPaperRegister(): Promise<Uint8Array<ArrayBuffer>> {
    await this.chooses('Tài liệu đang hiệu lực');
    await this.page.getByRole('link', { name: 'Sổ phân phối, thu hồi' }).click();
    return this.printsForm('Sổ phân phối, thu hồi (.docx)');
  }

  /** From the history of the version that is open. */
  async comparesWith(edition: string): Promise<void> {
    const line = this.page.getByRole('listitem').filter({ hasText: edition });
    await line.getByRole('link', { name: 'So sánh với phiên bản đang xem' }).click();
    await this.page.getByRole('heading', { level: 1, name: /^So sánh phiên bản/ }).waitFor();
  }

  /** Takes the first of the copies back that stands as "Cần thu hồi". */
  async takesPaperBack(condition: string): Promise<void> {
    await this.button('Thu hồi').first().click();
    const dialog = this.page.getByRole('dialog');
    await this.field('Tình trạng khi thu hồi', dialog).fill(condition);
    await this.button('Thu hồi', dialog).click();
    await dialog.waitFor({ state: 'hidden' });
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
