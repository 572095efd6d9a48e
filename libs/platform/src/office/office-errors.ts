import { DomainError } from '@app/kernel';

/** LibreOffice is not installed on this machine: everything but Office conversion works. */
export class OfficeUnavailable extends DomainError {
  constructor() {
    super({ code: 'office.unavailable', kind: 'unavailable' });
  }
}

/** LibreOffice could not make anything of the file, or was stopped at its limits. */
export class ConversionFailed extends DomainError {
  constructor(reason: 'no-output' | 'time' | 'memory') {
    super({
      code: reason === 'no-output' ? 'office.conversion-failed' : 'office.conversion-limit',
      kind: 'invalid',
      detail: { reason },
    });
  }
}

/** The file cannot be taken: see `FILE_PROBLEMS` for what each code says. */
export class FileRefused extends DomainError {
  constructor(code: string, detail: Readonly<Record<string, string | number | null>> = {}) {
    super({ code, kind: code === 'file.too-large' ? 'too-large' : 'invalid', detail });
  }
}
