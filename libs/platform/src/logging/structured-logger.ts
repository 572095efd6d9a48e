import { Injectable, type LoggerService } from '@nestjs/common';
import { type DestinationStream, type Level, type Logger, pino, stdTimeFunctions } from 'pino';

import { currentLogFields } from './log-context';

const MAIL_ADDRESS = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+/g;
const HIDDEN = '[ẩn]';
const SECRET_FIELDS = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'email',
  'fullName',
  'personName',
  'sessionToken',
];

/**
 * One JSON object per line, UTC, with the correlation id of the act. No personal data: secrets and names are hidden by
 * field, and mail addresses inside of texts (an SMTP server likes to repeat them) by shape.
 */
@Injectable()
export class StructuredLogger implements LoggerService {
  readonly #pino: Logger;

  constructor(processName: string, level: string, destination?: DestinationStream) {
    const options = {
      level,
      base: { process: processName, pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label: string) => ({ level: label }) },
      redact: {
        paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
        censor: HIDDEN,
      },
      serializers: { err: plainError },
      mixin: () => ({ ...currentLogFields() }),
    };
    this.#pino = destination === undefined ? pino(options) : pino(options, destination);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.#write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.#write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.#write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.#write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.#write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.#write('fatal', message, rest);
  }

  /** Last string = place. Before it: the text of the line when objects come first (they become fields), else a stack. */
  #write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const texts = rest.filter((part) => typeof part === 'string');
    const place = texts.pop();
    const fields: Record<string, unknown> = { place };
    for (const part of [message, ...rest]) Object.assign(fields, fieldsOf(part));
    const hasText = typeof message === 'string' || message instanceof Error;
    if (hasText && texts[0] !== undefined) fields['stack'] = scrub(texts[0]);
    this.#pino[level](fields, hasText ? textOf(message) : scrub(texts[0] ?? ''));
  }
}

function fieldsOf(part: unknown): Record<string, unknown> {
  if (part instanceof Error) return { err: part };
  return typeof part === 'object' && part !== null ? { ...part } : {};
}

function textOf(message: string | Error): string {
  return scrub(typeof message === 'string' ? message : message.message);
}

function plainError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: scrub(String(error)) };
  const { code } = error as { code?: unknown };
  return { type: error.name, code, message: scrub(error.message), stack: scrub(error.stack ?? '') };
}

function scrub(text: string): string {
  return text.replace(MAIL_ADDRESS, HIDDEN);
}
