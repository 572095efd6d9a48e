import { Clock, type LocalDate, todayIn } from '@app/kernel';
import { type Letterhead, OrganizationFacade } from '@app/organization';
import { type ReadTransaction } from '@app/platform/database';
import { type ListHead, type OfficialHead } from '@app/platform/forms';
import { Injectable } from '@nestjs/common';

export const STANDARD = 'TCVN ISO 9001:2015';

/** What stands above a list and above an official text. */
@Injectable()
export class FormHead {
  constructor(
    private readonly organization: OrganizationFacade,
    private readonly clock: Clock,
  ) {}

  /** Without a day given, today; null leaves it blank for the hand. */
  async of(tx: ReadTransaction, date: LocalDate | null = todayIn(this.clock.now())): Promise<ListHead> {
    const { name, superiorName, seat }: Letterhead = await this.organization.letterhead(tx);
    return { parentAgency: superiorName, agency: name, place: seat ?? '', date };
  }

  /** Of a text with a number of văn thư, number and day left blank. */
  async official(tx: ReadTransaction): Promise<OfficialHead> {
    const { name, superiorName, seat, symbol }: Letterhead = await this.organization.letterhead(tx);
    return {
      parentAgency: superiorName,
      agency: name,
      number: null,
      symbol: `QĐ-${symbol}`,
      place: seat ?? '',
      date: null,
      standard: STANDARD,
    };
  }
}
