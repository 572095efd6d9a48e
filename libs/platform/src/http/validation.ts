import { DomainError, type FieldFault } from '@app/kernel';
import { ValidationPipe } from '@nestjs/common';
import { type ValidationError } from 'class-validator';

/** Input that does not have the declared shape; each field says what is wrong. */
export class InvalidInput extends DomainError {
  constructor(fields: readonly FieldFault[]) {
    super({ code: 'platform.invalid', kind: 'invalid', fields });
  }
}

/** Nothing passes that a DTO does not declare. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new InvalidInput(errors.flatMap((error) => faultsOf(error, ''))),
  });
}

function faultsOf(error: ValidationError, prefix: string): FieldFault[] {
  const field = prefix === '' ? error.property : `${prefix}.${error.property}`;
  const nested = (error.children ?? []).flatMap((child) => faultsOf(child, field));
  const own = Object.entries(error.constraints ?? {}).map(([name, message]) => ({
    field: field.slice(0, 200),
    code:
      name === 'whitelistValidation' ? 'unknown-field' : /^[a-z-]{3,20}$/.test(message) ? message : 'invalid',
  }));
  return [...own, ...nested].slice(0, 50);
}
