import { Official } from './official.mts';

export interface Registration {
  number: string;
  /** dd/mm/yyyy */
  signedOn: string;
  /** Asked for when the paper was signed on an earlier day. */
  lateReason?: string;
}

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
