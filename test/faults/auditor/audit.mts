import { type Client } from 'pg';

import { type Check, type Evidence, type Violation } from './evidence.mts';
import { checkJournal } from './journal-chain.mts';
import { checkLedger } from './ledger.mts';
import { checkMails } from './mails.mts';
import { checkMessages } from './messages.mts';
import { checkReminders } from './reminders.mts';

const CHECKS: readonly Check[] = [checkLedger, checkJournal, checkMessages, checkReminders, checkMails];

/**
 * Holds the database against what officers were told and what the mail server received. It reads tables by its own
 * questions and shares no code with the product, so that a fault of the product cannot hide itself here.
 */
export async function audit(client: Client, evidence: Evidence = {}): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const check of CHECKS) found.push(...(await check(client, evidence)));
  return found;
}
