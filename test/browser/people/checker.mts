import { Official, type Paper } from './official.mts';

/** Thư ký ISO and lãnh đạo văn phòng: check without a password, or give back. */
export class Checker extends Official {
  async checks(paper: Paper, kind: 'Kiểm tra ISO' | 'Kiểm tra thể thức'): Promise<void> {
    await this.opensWork(paper.code, kind);
    await this.button('Ghi nhận kiểm tra').click();
    const dialog = this.dialog(`Ghi nhận đã kiểm tra: ${kind}`);
    await this.button('Ghi nhận kiểm tra', dialog).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  async givesBack(paper: Paper, reason: string): Promise<void> {
    await this.opensWork(paper.code);
    await this.returns(reason);
  }
}
