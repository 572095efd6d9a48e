import { type Locator } from 'playwright-core';
import { Checker } from './checker.mts';

export interface DelegationWish {
  /** Names of people, as the choice shows them. */
  from: string;
  to: string;
  /** Kind and number of the letter. */
  letter: string;
  /** dd/mm/yyyy */
  letterDate: string;
  /** dd/mm/yyyy, today when not said. */
  startsOn?: string;
  endsOn?: string;
  formula?: 'TM.' | 'KT.' | 'TL.' | 'TUQ.' | 'Q.';
  reason?: 'Vắng mặt' | 'Ủy quyền';
  /** Kinds of step, as they stand on the screen; all when none is said. */
  covers?: string[];
}

/** Lãnh đạo, lãnh đạo Văn phòng or agency administrator: says who stands in for whom. */
export class Administrator extends Checker {
  async opensDelegations(): Promise<void> {
    await this.chooses('Quản trị');
    await this.page.getByRole('link', { name: 'Ủy quyền, vắng mặt' }).click();
    await this.page.waitForURL((url) => url.pathname === '/delegations');
  }

  async entersDelegation(wish: DelegationWish): Promise<void> {
    await this.opensDelegations();
    await this.button('Nhập ủy quyền').click();
    const dialog = this.dialog('Nhập ủy quyền');
    await this.picks('Người ủy quyền', wish.from, { within: dialog });
    await this.picks('Người nhận ủy quyền', wish.to, { within: dialog });
    await dialog.getByText(wish.reason ?? 'Vắng mặt', { exact: true }).click();
    if (wish.startsOn !== undefined) await this.writesDay('Từ ngày', wish.startsOn, dialog);
    if (wish.endsOn !== undefined) await this.writesDay('Đến hết ngày', wish.endsOn, dialog);
    if (wish.formula !== undefined) await this.picks('Thể thức ký', wish.formula, { within: dialog });
    for (const step of wish.covers ?? []) await this.#covers(step, dialog);
    await this.field('Văn bản (loại, số)', dialog).fill(wish.letter);
    await this.writesDay('Ngày văn bản', wish.letterDate, dialog);
    await this.button('Nhập ủy quyền', dialog).click();
    await dialog.waitFor({ state: 'hidden' });
    await this.delegationLine(wish).filter({ hasText: wish.letter }).first().waitFor();
  }

  async endsDelegation(who: { from: string; to: string }, reason: string): Promise<void> {
    await this.opensDelegations();
    const line = this.delegationLine(who).filter({ hasText: 'Đang áp dụng' }).first();
    await this.button('Chấm dứt', line).click();
    const dialog = this.dialog('Chấm dứt ủy quyền');
    await this.field('Lý do chấm dứt', dialog).fill(reason);
    await this.button('Chấm dứt', dialog).click();
    await dialog.waitFor({ state: 'hidden' });
    await this.delegationLine(who).filter({ hasText: reason }).first().waitFor();
  }

  delegationLine({ from, to }: { from: string; to: string }): Locator {
    return this.page.getByRole('row').filter({ hasText: from }).filter({ hasText: to });
  }

  async #covers(step: string, dialog: Locator): Promise<void> {
    const field = this.field('Áp dụng cho bước', dialog);
    await field.click();
    await this.page.locator('.ant-select-item-option').filter({ hasText: step }).first().click();
    await field.press('Escape');
  }
}
