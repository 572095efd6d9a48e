import { DomainError } from '@app/kernel';

/** An agency's own template has a fault: a brace left open, a list not closed, not a Word file. */
export class TemplateFaulty extends DomainError {
  constructor(cause: unknown) {
    super({
      code: 'forms.template-faulty',
      kind: 'invalid',
      detail: { reason: cause instanceof Error ? cause.message : null },
    });
    this.cause = cause;
  }
}
