import { DomainError } from '@app/kernel';

import { FlagField, TextField } from './fields';
import { type ProblemCatalogue } from './problem-catalogue';
import { type Language } from './problems';

/** Whether the caller may act now, and if not, why: computed by the function that the use case itself calls. */
export class Action {
  @FlagField()
  allowed!: boolean;

  @TextField({ nullable: true })
  code!: string | null;

  @TextField({ nullable: true })
  reason!: string | null;
}

/** Runs the same check as the use case and tells its refusal instead of throwing it. */
export function actionOf(check: () => void): { allowed: boolean; code: string | null } {
  try {
    check();
    return { allowed: true, code: null };
  } catch (error) {
    if (error instanceof DomainError) return { allowed: false, code: error.code };
    throw error;
  }
}

/** Adds the words of a refusal, in the caller's language. */
export function explained(
  { allowed, code }: { allowed: boolean; code: string | null },
  catalogue: ProblemCatalogue,
  language: Language,
): Action {
  return { allowed, code, reason: code === null ? null : catalogue.message(code, language) };
}
