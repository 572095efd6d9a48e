import { createHash } from 'node:crypto';

import { DomainError } from '@app/kernel';
import { type Idempotency } from '@app/platform/database';
import { type HttpRequest } from '@app/platform/http';

const LARGEST_BYTES = 5 * 1024 * 1024;
const FIELDS = ['title', 'asOf', 'legalBasis', 'dryRun'] as const;
type Field = (typeof FIELDS)[number];

/** The request carries no list, or more than a list may weigh. */
export class BadListUpload extends DomainError {
  constructor(code: 'file-missing' | 'list-too-large') {
    super({
      code: `organization.${code}`,
      kind: code === 'file-missing' ? 'invalid' : 'too-large',
    });
  }
}

/** A list with the words that were sent beside it. */
export interface UploadedList {
  content: Buffer;
  fields: Readonly<Partial<Record<Field, string>>>;
}

/** Reads one file and its few fields, in whatever order the browser sends them. @throws BadListUpload */
export async function listOf(request: HttpRequest): Promise<UploadedList> {
  if (!request.isMultipart()) throw new BadListUpload('file-missing');
  const fields: Partial<Record<Field, string>> = {};
  let content: Buffer | null = null;
  for await (const part of request.parts()) {
    if (part.type === 'file') content = await limited(part.file);
    else if (isField(part.fieldname) && typeof part.value === 'string') fields[part.fieldname] = part.value;
  }
  if (content === null) throw new BadListUpload('file-missing');
  return { content, fields };
}

/** A key stands for one file too, not only for one address. */
export function keyedBy(
  idempotency: Idempotency | null,
  { content, fields }: UploadedList,
): Idempotency | null {
  if (idempotency === null) return null;
  const digest = createHash('sha256').update(content).update(JSON.stringify(fields)).digest('hex');
  return { ...idempotency, request: `${idempotency.request} ${digest}` };
}

async function limited(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    // The rest is drained, not kept: the connection must stay usable for the answer.
    if (size <= LARGEST_BYTES) chunks.push(chunk);
  }
  if (size > LARGEST_BYTES) throw new BadListUpload('list-too-large');
  return Buffer.concat(chunks);
}

function isField(name: string): name is Field {
  return (FIELDS as readonly string[]).includes(name);
}
