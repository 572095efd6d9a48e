import { type Actor, DomainError, isLocalDate, type LocalDate } from '@app/kernel';
import { cleanFileName, type HttpRequest, InvalidInput } from '@app/platform/http';
import { Injectable } from '@nestjs/common';

import {
  ApprovalParts,
  type IncomingApproval,
  ReceiveApprovalFile,
} from '../../application/approvals/receive-approval-file';
import { type ApprovalPart } from '../../domain/approvals';

/** Photos of one paper; each page of it is one. */
const MOST_FILES = 100;
const LONGEST = 300;

class FileMissing extends DomainError {
  constructor() {
    super({ code: 'documents.file-missing', kind: 'invalid' });
  }
}

/** Reads the multipart form: fields first, then the files one after another, none of them held in memory. */
@Injectable()
export class ApprovalUpload {
  constructor(
    private readonly parts: ApprovalParts,
    private readonly receive: ReceiveApprovalFile,
  ) {}

  /** @throws FileMissing, InvalidInput, NotAtApproval, PaperFactsMissing, FileTooLarge */
  async take(actor: Actor, versionId: string, request: HttpRequest): Promise<string> {
    if (!request.isMultipart()) throw new FileMissing();
    await this.receive.assertAwaited(actor, versionId);
    const fields = new Map<string, string>();
    const parts: ApprovalPart[] = [];
    return this.parts.linked(actor, parts, async () => {
      for await (const part of request.parts({ limits: { files: MOST_FILES, parts: MOST_FILES + 10 } })) {
        if (part.type === 'file')
          parts.push(await this.parts.take(actor, cleanFileName(part.filename), part.file));
        else if (typeof part.value === 'string')
          fields.set(part.fieldname, part.value.normalize('NFC').trim());
      }
      if (parts.length === 0) throw new FileMissing();
      return this.receive.execute(actor, { versionId, parts, ...read(fields) });
    });
  }
}

function read(fields: ReadonlyMap<string, string>): Omit<IncomingApproval, 'versionId' | 'parts'> {
  const way = fields.get('way');
  if (way !== 'outside' && way !== 'paper') throw new InvalidInput([{ field: 'way', code: 'not-a-choice' }]);
  const text = (field: string): string | null => {
    const value = fields.get(field) ?? '';
    if (value.length > LONGEST) throw new InvalidInput([{ field, code: 'too-long' }]);
    if (!isStorable(value)) throw new InvalidInput([{ field, code: 'not-storable' }]);
    return value === '' ? null : value;
  };
  return {
    way,
    signers: (text('signers') ?? '')
      .split(/[\n;]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    signedOn: dayOf(text('signedOn')),
    originalPlace: text('originalPlace'),
  };
}

/** PostgreSQL keeps no NUL and no half of a surrogate pair. */
function isStorable(value: string): boolean {
  return !value.includes('\u0000') && value.isWellFormed();
}

function dayOf(text: string | null): LocalDate | null {
  if (text === null) return null;
  if (!isLocalDate(text)) throw new InvalidInput([{ field: 'signedOn', code: 'not-a-date' }]);
  return text;
}
