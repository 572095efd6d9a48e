import { type Locator } from 'playwright-core';
import { Official } from './official.mts';

export interface Registration {
  number: string;
  /** dd/mm/yyyy */
  signedOn: string;
  /** Asked for when the paper was signed on an earlier day. */
  lateReason?: string;
}

export interface SignedFile {
  name: string;
  content: Buffer;
}

const BRINGING = 'Tải lên tệp đã ký';

/** Văn thư: enters số and ngày of what was signed on paper. */
export class Clerk extends Official {
  async registersDecision(abstract: string, registration: Registration): Promise<void> {
    await this.opensWork(abstract);
    await this.#enters(registration);
    await this.seesState('Đã ban hành');
  }

  async registersDeclaration(registration: Registration): Promise<void> {
    await this.opensWork('Nhập số, ngày công bố');
    await this.#enters(registration);
  }

  /** Takes from the tab "Phê duyệt" what is to be signed outside, or printed and signed on paper. */
  async takes(copy: 'Tải PDF để ký số' | 'In bản trình ký'): Promise<Buffer> {
    await this.opensTab('Phê duyệt');
    return Buffer.from(await this.saves(copy));
  }

  /** Brings the PDF that somebody signed with a tool of their own; the line about it. */
  async bringsSigned(file: SignedFile): Promise<Locator> {
    const dialog = await this.#opensBringing();
    return this.#brings(file, dialog);
  }

  /** Brings the photograph of what was signed on paper. */
  async bringsPaper(
    file: SignedFile,
    { signers, signedOn, place }: { signers: string; signedOn: string; place: string },
  ): Promise<Locator> {
    const dialog = await this.#opensBringing();
    await dialog.getByText('Phê duyệt trên giấy – bản quét').click();
    await this.field('Người ký trên giấy', dialog).fill(signers);
    await this.writesDay('Ngày ký', signedOn, dialog);
    await this.field('Nơi lưu bản gốc', dialog).fill(place);
    return this.#brings(file, dialog);
  }

  async #opensBringing(): Promise<Locator> {
    await this.opensTab('Phê duyệt');
    await this.button(BRINGING).click();
    return this.dialog(BRINGING);
  }

  async #brings({ name, content }: SignedFile, dialog: Locator): Promise<Locator> {
    const mimeType = name.endsWith('.pdf') ? 'application/pdf' : 'image/jpeg';
    await dialog.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: content });
    await this.button('Tải lên', dialog).click();
    await dialog.waitFor({ state: 'hidden' });
    return this.broughtFile(name);
  }

  /** What a file signed outside the product has proved, as the tab shows it. */
  broughtFile(name: string): Locator {
    return this.page.locator('li.signature').filter({ hasText: name });
  }

  async recordsApproval(): Promise<void> {
    await this.button('Ghi nhận phê duyệt').click();
    await this.signs('Ghi nhận phê duyệt', 'Ghi nhận phê duyệt');
  }

  async #enters({ number, signedOn, lateReason }: Registration): Promise<void> {
    await this.button('Nhập số, ngày').click();
    const dialog = this.dialog('Văn thư nhập số và ngày');
    await this.field('Số', dialog).fill(number);
    await this.writesDay('Ngày ký', signedOn, dialog);
    if (lateReason !== undefined) await this.field('Lý do nhập muộn', dialog).fill(lateReason);
    await this.button('Nhập số, ngày', dialog).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}
