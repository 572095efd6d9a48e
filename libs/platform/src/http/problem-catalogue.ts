import { DomainError, type FieldFault } from '@app/kernel';
import { HttpException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';

import { FIELD_PROBLEMS, type Language, PLATFORM_PROBLEMS, type ProblemTexts } from './problems';

export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors?: { field: string; code: string; detail: string }[];
}

interface Told {
  code: string;
  values?: Readonly<Record<string, string | number | null>>;
  fields?: readonly FieldFault[];
}

const DATABASE_CODES: Readonly<Record<string, string>> = {
  '22021': 'platform.text-not-storable',
  '22P05': 'platform.text-not-storable',
  '22P02': 'platform.invalid',
  '22003': 'platform.invalid',
  '22007': 'platform.invalid',
  '22008': 'platform.invalid',
  '23502': 'platform.invalid',
  '23503': 'platform.conflict',
  '23505': 'platform.conflict',
  '23P01': 'platform.conflict',
  '40001': 'platform.busy',
  '40P01': 'platform.busy',
  '55P03': 'platform.busy',
  '57014': 'platform.busy',
  '57P01': 'platform.busy',
  '57P03': 'platform.busy',
  '53300': 'platform.busy',
  ECONNREFUSED: 'platform.busy',
  ECONNRESET: 'platform.busy',
  EPIPE: 'platform.busy',
};

const FRAMEWORK_CODES: Readonly<Record<string, string>> = {
  FST_ERR_BAD_URL: 'platform.malformed-body',
  FST_ERR_CTP_BODY_TOO_LARGE: 'platform.body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'platform.media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'platform.malformed-body',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'platform.malformed-body',
  FST_ERR_CTP_INVALID_JSON_BODY: 'platform.malformed-body',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'platform.media-type',
  FST_FILES_LIMIT: 'platform.malformed-body',
  FST_FIELDS_LIMIT: 'platform.malformed-body',
  FST_PARTS_LIMIT: 'platform.malformed-body',
};

const STATUS_CODES: Readonly<Record<number, string>> = {
  400: 'platform.malformed-body',
  404: 'platform.not-found',
  405: 'platform.method-not-allowed',
  413: 'platform.body-too-large',
  415: 'platform.media-type',
  429: 'platform.too-many-requests',
};

/** The reader of forms gives its errors no code: a form without its boundary, or one that ends early. */
const BROKEN_FORM = /^Multipart: |multipart data$/;

/** Turns whatever was thrown into one RFC 9457 answer. Nothing of an unknown cause leaves the process. */
export class ProblemCatalogue {
  readonly #texts: ProblemTexts;

  constructor(
    slices: readonly ProblemTexts[],
    /** Constraint of the database → code of the refusal it stands for. */
    private readonly constraints: Readonly<Record<string, string>> = {},
  ) {
    this.#texts = Object.assign({}, PLATFORM_PROBLEMS, ...slices) as ProblemTexts;
  }

  get codes(): readonly string[] {
    return Object.keys(this.#texts);
  }

  from(error: unknown, language: Language): ProblemDetails {
    const told = this.#told(error);
    const text = this.#texts[told.code] ?? PLATFORM_PROBLEMS.internal;
    return {
      type: `urn:iso-dien-tu:problem:${told.code}`,
      title: text[language],
      status: text.status,
      code: told.code,
      detail: fill(text[language], told.values ?? {}),
      ...(told.fields && told.fields.length > 0
        ? { errors: told.fields.map((fault) => this.#field(fault, language)) }
        : {}),
    };
  }

  /** The message of one code, for an action that is closed. */
  message(code: string, language: Language): string {
    return this.#texts[code]?.[language] ?? code;
  }

  #field({ field, code }: FieldFault, language: Language): { field: string; code: string; detail: string } {
    return { field, code, detail: FIELD_PROBLEMS[code]?.[language] ?? this.message(code, language) };
  }

  #told(error: unknown): Told {
    if (error instanceof DomainError) return { code: error.code, values: error.detail, fields: error.fields };
    if (error instanceof QueryFailedError)
      return { code: this.#databaseCode(error.driverError as DriverError) };
    if (error instanceof HttpException) return { code: STATUS_CODES[error.getStatus()] ?? 'internal' };
    return { code: this.#foreignCode(error) };
  }

  #databaseCode({ code = '', constraint = '' }: DriverError): string {
    return this.constraints[constraint] ?? DATABASE_CODES[code] ?? 'internal';
  }

  #foreignCode(error: unknown): string {
    if (!(error instanceof Error)) return 'internal';
    const { code = '', statusCode } = error as Error & { code?: string; statusCode?: number };
    if (/timeout exceeded when trying to connect|Connection terminated/.test(error.message))
      return 'platform.busy';
    if (BROKEN_FORM.test(error.message)) return 'platform.malformed-body';
    const known = FRAMEWORK_CODES[code] ?? DATABASE_CODES[code];
    if (known !== undefined) return known;
    return statusCode !== undefined && statusCode < 500
      ? (STATUS_CODES[statusCode] ?? 'platform.invalid')
      : 'internal';
  }
}

interface DriverError {
  code?: string;
  constraint?: string;
}

function fill(text: string, values: Readonly<Record<string, string | number | null>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
