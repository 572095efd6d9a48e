import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

/** An edition of a standard; several live beside each other (G10). */
export interface StandardEdition {
  id: string;
  /** As printed: `TCVN ISO 9001:2015`. */
  label: string;
  title: string;
  /** Whether conformity with it may be declared today. */
  declarable: boolean;
}

const COLUMNS = 'id, label, title, declarable @> app.today() as declarable';

@Injectable()
export class StandardsFacade {
  /** Editions that an agency may declare conformity with today. */
  declarable(tx: ReadTransaction): Promise<StandardEdition[]> {
    return tx.query<StandardEdition>(
      `select ${COLUMNS} from reference.standard_edition where declarable @> app.today() order by ordinal`,
    );
  }

  edition(tx: ReadTransaction, id: string): Promise<StandardEdition | null> {
    return tx.one<StandardEdition>(`select ${COLUMNS} from reference.standard_edition where id = $1`, [id]);
  }
}
