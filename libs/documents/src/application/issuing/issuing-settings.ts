import { type Actor, Ids } from '@app/kernel';
import { type ReadTransaction, StaleRow, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type IssuingSetting, SHIPPED_SETTING } from '../../domain/issuing/issuing-setting';

/** How an agency issues: căn cứ thường dùng, form check, amendment table. The shipped setting counts until it sets its own. */
@Injectable()
export class IssuingSettings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  async get(tx: ReadTransaction): Promise<IssuingSetting> {
    const own = await tx.one<IssuingSetting>(
      `select legal_bases as "legalBases", form_check as "formCheck", amendment_columns as "amendmentColumns",
              print_iso_titles as "printIsoTitles",
              row_version as "rowVersion"
         from documents.issuing_setting where agency_id = $1`,
      [tx.actor.agencyId],
    );
    return own ?? SHIPPED_SETTING;
  }

  /** @throws StaleRow when somebody else has set it since it was read */
  async set(actor: Actor, setting: IssuingSetting): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      const old = await this.get(tx);
      const { legalBases, formCheck, amendmentColumns, printIsoTitles, rowVersion } = setting;
      const changed = await tx.change(
        rowVersion === 0
          ? `insert into documents.issuing_setting (agency_id, legal_bases, form_check, amendment_columns, print_iso_titles, id)
             select $1, $2, $3, $4, $7, $6 where $5 = 0 on conflict do nothing`
          : `update documents.issuing_setting
                set legal_bases = $2, form_check = $3, amendment_columns = $4, print_iso_titles = $7,
                    row_version = row_version + 1
              where agency_id = $1 and row_version = $5 and $6::uuid is not null`,
        [
          actor.agencyId,
          legalBases,
          formCheck,
          JSON.stringify(amendmentColumns),
          rowVersion,
          this.ids.next(),
          printIsoTitles,
        ],
      );
      if (changed !== 1) throw new StaleRow();
      tx.record({
        action: 'documents.issuing-set',
        subjectType: 'agency',
        subjectId: actor.agencyId,
        old,
        new: setting,
      });
    });
  }
}
