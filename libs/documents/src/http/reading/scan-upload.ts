import { isLocalDate, isUuid, type LocalDate } from '@app/kernel';
import { cleanFileName, type HttpRequest } from '@app/platform/http';

import { type MeetingCommand } from '../../application/reading/record-meeting';
import { MeetingIncomplete } from '../../domain/reading/refusals';

const LARGEST_BYTES = 20 * 1024 * 1024;
const PDF = '%PDF-';
const PICTURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
];

type Scan = MeetingCommand['scan'];

/** Reads the scan of a signed list and the words beside it, in whatever order they come. @throws MeetingIncomplete */
export async function meetingOf(request: HttpRequest, versionId: string): Promise<MeetingCommand> {
  if (!request.isMultipart()) throw new MeetingIncomplete();
  const words: Record<string, string> = {};
  let scan: Scan | null = null;
  for await (const part of request.parts()) {
    if (part.type === 'file') scan = scanOf(part.filename, await limited(part.file));
    else if (typeof part.value === 'string') words[part.fieldname] = part.value;
  }
  const heldOn = words['heldOn'];
  if (scan === null || !isLocalDate(heldOn)) throw new MeetingIncomplete();
  return {
    versionId,
    heldOn: heldOn satisfies LocalDate,
    place: placeOf(words['place']),
    personIds: idsOf(words['personIds']),
    scan,
  };
}

/** By content, whatever the name says. */
function scanOf(name: string, content: Buffer): Scan {
  const isPicture = PICTURES.some((signature) => signature.every((byte, at) => content[at] === byte));
  if (!isPicture && !content.subarray(0, 1024).includes(PDF)) throw new MeetingIncomplete();
  return { name: cleanFileName(name), type: isPicture ? 'image' : 'pdf', content };
}

function placeOf(text: string | undefined): string | null {
  const place = (text ?? '').normalize('NFC').replace(/\p{C}/gu, ' ').trim().slice(0, 300);
  return place === '' ? null : place;
}

function idsOf(text: string | undefined): string[] {
  const ids = [...new Set((text ?? '').split(',').filter((id) => id !== ''))];
  if (ids.length > 500 || !ids.every(isUuid)) throw new MeetingIncomplete();
  return ids;
}

async function limited(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    // The rest is drained, not kept: the connection must stay usable for the answer.
    if (size <= LARGEST_BYTES) chunks.push(chunk);
  }
  if (size > LARGEST_BYTES) throw new MeetingIncomplete();
  return Buffer.concat(chunks);
}
