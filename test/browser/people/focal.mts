import { PASSWORD } from '../support/product.mts';
import { Official } from './official.mts';

/** Đầu mối of a unit: says of each document whether a change of law touches it. */
export class Focal extends Official {
  /** One Phiếu rà soát over all that waits: those named must be revised, the rest need not, with the reason. */
  async signsReviewSheet(mustRevise: readonly string[], reason: string): Promise<void> {
    await this.chooses('Tài liệu bên ngoài và TTHC');
    await this.page.getByRole('link', { name: 'Rà soát tài liệu', exact: true }).click();
    const boxes = this.page.getByRole('checkbox', { name: /^Chọn / });
    await boxes.first().waitFor();
    for (const box of await boxes.all()) await box.check();
    await this.page.getByRole('button', { name: /^Lập Phiếu rà soát/ }).click();
    const dialog = this.dialog('Phiếu rà soát văn bản');
    for (const row of await dialog.locator('fieldset').all()) {
      const legend = await row.locator('legend').innerText();
      const revise = mustRevise.some((title) => legend.normalize('NFC').includes(title));
      await row.getByRole('radio', { name: revise ? 'Phải sửa' : 'Không phải sửa', exact: true }).check();
      await row.getByRole('textbox').fill(reason);
    }
    await dialog.getByLabel('Mật khẩu').fill(PASSWORD);
    await this.button('Ký Phiếu rà soát', dialog).click();
    await this.page.waitForURL(/\/review-sheets\/[0-9a-f-]{36}$/);
  }
}
