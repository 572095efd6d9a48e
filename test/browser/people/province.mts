import { Official } from './official.mts';

export interface TextToRecord {
  numberSymbol: string;
  kind: string;
  issuer: string;
  /** dd/mm/yyyy */
  issuedOn: string;
  effectiveOn: string;
  title: string;
  /** Number or name of the text that it replaces, as one would type it, and words of the line to choose. */
  replaces: { typed: string; chosen: string };
}

export interface ListToImport {
  title: string;
  /** dd/mm/yyyy */
  asOf: string;
  basis: string;
}

export interface ImportPreview {
  created: number;
  existing: number;
  refused: number;
  parents: number;
}

/** A person of the province entitled to confirm changes of law and to import lists of units. */
export class ProvinceOfficer extends Official {
  /** Drops the list, names it, and reads what an import would do; nothing is kept yet. */
  async previewsList(file: string, { title, asOf, basis }: ListToImport): Promise<ImportPreview> {
    await this.chooses('Quản trị');
    await this.page.getByRole('link', { name: 'Nhập danh sách' }).first().click();
    await this.drops(file);
    await this.field('Tên danh sách').fill(title);
    await this.writesDay('Tại thời điểm', asOf);
    await this.field('Văn bản kèm theo').fill(basis);
    await this.page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    return {
      created: await this.#figure('Đơn vị mới'),
      existing: await this.#figure('Đã có, giữ nguyên'),
      refused: await this.#figure('Dòng bị từ chối'),
      parents: await this.#figure('Đơn vị chủ quản'),
    };
  }

  /** Lines of a table of the preview, as words. */
  async previewLines(table: 'Dòng bị từ chối' | 'Đơn vị chủ quản'): Promise<string[]> {
    const rows = this.page.getByRole('table', { name: table }).locator('tbody tr');
    return (await rows.allInnerTexts()).map((text) => text.normalize('NFC'));
  }

  async importsList(): Promise<void> {
    await this.button('Nhập vào hệ thống').click();
    await this.page.waitForURL(/\/unit-lists\/[0-9a-f-]{36}$/);
  }

  async #figure(label: string): Promise<number> {
    const figures = this.page.getByRole('list', { name: 'Xem trước' }).getByRole('listitem');
    return Number(await figures.filter({ hasText: label }).locator('strong').innerText());
  }

  async recordsText(text: TextToRecord): Promise<void> {
    await this.chooses('Tài liệu bên ngoài và TTHC');
    await this.page.getByRole('link', { name: 'Ghi nhận văn bản' }).first().click();
    await this.field('Số, ký hiệu').fill(text.numberSymbol);
    await this.#types('Loại văn bản', text.kind);
    await this.#types('Cơ quan ban hành', text.issuer);
    await this.writesDay('Ngày ban hành', text.issuedOn);
    await this.writesDay('Ngày có hiệu lực', text.effectiveOn);
    await this.field('Trích yếu').fill(text.title);
    await this.button('Thêm quan hệ').click();
    await this.picks('Văn bản bị tác động', text.replaces.typed, { option: text.replaces.chosen });
    await this.button('Ghi nhận').click();
    await this.page.waitForURL(/\/legal-changes\/[0-9a-f-]{36}$/);
  }

  /** What a source has brought, recorded as it was read; the change that it makes opens. */
  async recordsNotice(numberSymbol: string): Promise<void> {
    await this.chooses('Tài liệu bên ngoài và TTHC');
    await this.page.getByRole('link', { name: 'Văn bản chờ ghi nhận' }).click();
    await this.page.getByRole('row').filter({ hasText: numberSymbol }).getByRole('link').first().click();
    await this.page.getByRole('heading', { level: 1, name: numberSymbol }).waitFor();
    await this.button('Ghi nhận văn bản').click();
    await this.page.waitForURL(/\/legal-changes\/[0-9a-f-]{36}$/);
  }

  /** How far the change of law has been answered over the province, once it stands so. */
  async seesProgress(words: string): Promise<void> {
    await this.page.locator('.change-progress').getByText(words).waitFor();
  }

  /** Agencies, documents, people, as the change shows them before it is confirmed. */
  async seesReach(): Promise<number[]> {
    const figures = this.page.getByRole('list', { name: 'Phạm vi tác động' }).locator('strong');
    await figures.first().waitFor();
    return (await figures.allInnerTexts()).map(Number);
  }

  async confirmsChange(): Promise<void> {
    await this.button('Xác nhận thay đổi').click();
    const dialog = this.dialog('Xác nhận thay đổi');
    await this.button('Xác nhận thay đổi', dialog).click();
    await dialog.waitFor({ state: 'hidden' });
    await this.seesState('Đã xác nhận');
  }

  /** The screen no longer offers it: as a lost answer would be sent again. */
  async confirmsAgain(changeId: string): Promise<unknown> {
    const change = await this.asks<{ rowVersion: number }>(`/legal-changes/${changeId}`);
    return this.sends(`/legal-changes/${changeId}/confirmation`, {}, change.rowVersion);
  }

  /** A field that suggests words but takes any. */
  async #types(label: string, words: string): Promise<void> {
    await this.field(label).fill(words);
    await this.field(label).press('Escape');
  }
}
