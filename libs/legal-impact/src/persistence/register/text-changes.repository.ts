import { type LocalDate } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type ActingKind, type ChangeState } from '../../domain/legal-change';

/** The change that the acting agency's own record of a text has set in motion. */
export interface ChangeOfText {
  id: string;
  state: ChangeState;
}

/** What a waiting change is about after its text was corrected. */
export interface Retargeting {
  id: string;
  kind: ActingKind;
  effectiveOn: LocalDate | null;
  targets: readonly { targetId: string; kind: ActingKind; partly: boolean; note: string | null }[];
}

@Injectable()
export class TextChangesRepository {
  /** Locks it: a correction and a confirmation run one after the other. */
  ofTextForUpdate(tx: WriteTransaction, textId: string): Promise<ChangeOfText | null> {
    return tx.one<ChangeOfText>(
      `select id, state from legal_impact.change
        where text_id = $1 and steward_agency_id = (select app.agency_id()) and state <> 'withdrawn'
          and source = 'text' for update`,
      [textId],
    );
  }

  async retarget(tx: WriteTransaction, { id, kind, effectiveOn, targets }: Retargeting): Promise<void> {
    await tx.changeOne(
      `update legal_impact.change set kind = $2, effective_on = $3, first_confirmed_by = null,
              first_confirmed_by_name = null, first_confirmed_at = null, row_version = row_version + 1
        where id = $1 and state = 'recorded'`,
      [id, kind, effectiveOn],
    );
    await tx.change('delete from legal_impact.change_target where change_id = $1', [id]);
    await tx.change(
      `insert into legal_impact.change_target (change_id, target_id, steward_agency_id, audience, kind, partly, note)
       select c.id, t."targetId", c.steward_agency_id, c.audience, t.kind, t.partly, t.note
         from legal_impact.change c,
              jsonb_to_recordset($2::jsonb) as t("targetId" uuid, kind text, partly boolean, note text)
        where c.id = $1`,
      [id, JSON.stringify(targets)],
    );
  }

  /** A change that nobody had confirmed goes with what its text no longer does. */
  async withdraw(tx: WriteTransaction, id: string): Promise<void> {
    await tx.changeOne(
      `update legal_impact.change
          set state = 'withdrawn', withdrawn_by = $2, withdrawn_by_name = $3, withdrawn_at = clock_timestamp(),
              withdraw_reason = 'Văn bản đã sửa hoặc rút', row_version = row_version + 1
        where id = $1 and state = 'recorded'`,
      [id, tx.actor.personId, tx.actor.personName],
    );
  }
}
