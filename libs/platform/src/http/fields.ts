import { isLocalDate } from '@app/kernel';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  registerDecorator,
  ValidateNested,
} from 'class-validator';

interface FieldOptions {
  /** May be left out of a request, or be null. */
  optional?: boolean;
  /** Always present in an answer, but may be null. */
  nullable?: boolean;
  description?: string;
}

type TextOptions = FieldOptions & { max?: number; min?: number; keepSpace?: boolean };

function field(
  options: FieldOptions,
  api: ApiPropertyOptions,
  ...validators: PropertyDecorator[]
): PropertyDecorator {
  const { optional = false, nullable = false, description } = options;
  return applyDecorators(
    ApiProperty({
      ...api,
      required: !optional,
      ...(optional || nullable ? { nullable: true } : {}),
      ...(description === undefined ? {} : { description }),
    } as ApiPropertyOptions),
    ...(optional || nullable ? [IsOptional()] : []),
    ...validators,
  );
}

/** PostgreSQL refuses U+0000, and a lone surrogate is no character: said here, not by a database error. */
function Storable(each: boolean): PropertyDecorator {
  return (target, key) => {
    registerDecorator({
      name: 'storable',
      target: target.constructor,
      propertyName: key as string,
      options: { message: 'not-storable', each },
      validator: {
        validate: (value: unknown) =>
          typeof value !== 'string' || (value.isWellFormed() && !value.includes('\0')),
      },
    });
  };
}

const tidy = (keepSpace: boolean) => (value: unknown) => {
  if (typeof value !== 'string') return value;
  const text = value.isWellFormed() ? value.normalize('NFC') : value;
  return keepSpace ? text : text.trim();
};

/** Text in NFC, trimmed unless `keepSpace` (passwords). */
export function TextField({
  max = 500,
  min = 1,
  keepSpace = false,
  ...options
}: TextOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, maxLength: max, ...(min > 0 ? { minLength: min } : {}) },
    Transform(({ value }) => tidy(keepSpace)(value)),
    IsString({ message: 'not-text' }),
    Storable(false),
    MaxLength(max, { message: 'too-long' }),
    MinLength(min, { message: 'required' }),
  );
}

export function TextListField({
  max = 500,
  most = 100,
  ...options
}: TextOptions & { most?: number } = {}): PropertyDecorator {
  return field(
    options,
    { type: [String], maxItems: most },
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(tidy(false)) : value)),
    IsArray({ message: 'not-a-list' }),
    ArrayMaxSize(most, { message: 'too-many' }),
    IsString({ each: true, message: 'not-text' }),
    Storable(true),
    MaxLength(max, { each: true, message: 'too-long' }),
    MinLength(1, { each: true, message: 'required' }),
  );
}

export function IdField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, format: 'uuid' }, IsUUID('all', { message: 'not-an-id' }));
}

export function IdListField({
  most = 500,
  least = 0,
  ...options
}: FieldOptions & { most?: number; least?: number } = {}): PropertyDecorator {
  return field(
    options,
    { type: [String], maxItems: most, items: { type: 'string', format: 'uuid' } },
    IsArray({ message: 'not-a-list' }),
    ArrayMaxSize(most, { message: 'too-many' }),
    ArrayMinSize(least, { message: 'too-few' }),
    IsUUID('all', { each: true, message: 'not-an-id' }),
  );
}

/** A date of law, `yyyy-mm-dd`, in Viet Nam; years 1900 to 2200. */
export function DateField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, format: 'date' }, LegalDate());
}

function LegalDate(): PropertyDecorator {
  return (target, key) => {
    registerDecorator({
      name: 'legalDate',
      target: target.constructor,
      propertyName: key as string,
      options: { message: 'not-a-date' },
      validator: {
        validate: (value: unknown) => isLocalDate(value) && value >= '1900-01-01' && value < '2200-01-01',
      },
    });
  };
}

/** An instant in UTC, for answers only. */
export function InstantField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: String, format: 'date-time' }, IsString({ message: 'not-text' }));
}

/** A number that need not be whole. */
export function NumberField({
  min = 0,
  max,
  ...options
}: FieldOptions & { min?: number; max: number }): PropertyDecorator {
  return field(
    options,
    { type: Number, minimum: min, maximum: max },
    IsNumber({ allowNaN: false, allowInfinity: false }, { message: 'not-a-number' }),
    Min(min, { message: 'not-a-number' }),
    Max(max, { message: 'not-a-number' }),
  );
}

export function IntegerField({
  min = 0,
  max = 2 ** 31 - 1,
  ...options
}: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator {
  return field(
    options,
    { type: 'integer', minimum: min, maximum: max },
    IsInt({ message: 'not-an-integer' }),
    Min(min, { message: 'not-an-integer' }),
    Max(max, { message: 'not-an-integer' }),
  );
}

export function FlagField(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: Boolean }, IsBoolean({ message: 'not-a-flag' }));
}

export function ChoiceField(values: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  // OpenAPI 3.0: a choice that may be null says so among its values too.
  const nothing = options.optional === true || options.nullable === true ? [null] : [];
  const api = { type: String, enum: [...values, ...nothing] } as ApiPropertyOptions;
  return field(options, api, IsIn(values, { message: 'not-a-choice' }));
}

type Constructor = new (...values: never[]) => object;

export function ObjectField(type: () => Constructor, options: FieldOptions = {}): PropertyDecorator {
  // Swagger knows a lazy type by the name of the function that gives it: it must be called `type`.
  return field(options, { type: () => type() }, ValidateNested(), Type(type));
}

export function ListField(
  type: () => Constructor,
  { most = 500, ...options }: FieldOptions & { most?: number } = {},
): PropertyDecorator {
  return field(
    options,
    { type: () => type(), isArray: true, maxItems: most },
    IsArray({ message: 'not-a-list' }),
    ArrayMaxSize(most, { message: 'too-many' }),
    ValidateNested({ each: true }),
    Type(type),
  );
}
