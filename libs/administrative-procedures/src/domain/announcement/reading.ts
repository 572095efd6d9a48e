import { type ExtractedDocument, firstDate, tidyLine } from '@app/kernel';

import { type AnnexRow, readAnnex } from './read-annex';

/** What was read of a quyết định công bố: its head as far as it says, and the rows of its annexes. */
export interface AnnouncementReading {
  numberSymbol: string | null;
  issuedOn: string | null;
  issuer: string | null;
  title: string | null;
  rows: AnnexRow[];
}

const HEAD_LINES = 25;

/** Reads a decision; whatever is not certain is left to the person. */
export function readAnnouncement(document: ExtractedDocument): AnnouncementReading {
  const lines = document.blocks
    .flatMap((block) =>
      block.kind === 'paragraph'
        ? [block.text]
        : block.rows.flatMap((cells) => cells.map(({ text }) => text)),
    )
    .flatMap((text) => text.split('\n'))
    .map(tidyLine)
    .filter((line) => line !== '')
    .slice(0, HEAD_LINES);
  const head = lines.join('\n');
  return {
    numberSymbol: numberOf(lines),
    issuedOn: firstDate(head)?.date ?? null,
    issuer: issuerOf(lines),
    title: titleOf(lines),
    rows: readAnnex(document),
  };
}

/** The decision's own number stands in the line that begins with "Số". */
function numberOf(lines: readonly string[]): string | null {
  const line = lines.find((text) => /^số\s*:/iu.test(text)) ?? '';
  return /\d[\d.]*\s*\/\s*[\p{L}\d/-]+/u.exec(line)?.[0].replace(/\s+/g, '') ?? null;
}

function issuerOf(lines: readonly string[]): string | null {
  const line = lines
    .slice(0, 6)
    .find((text) => /^(?:ủy|uỷ)\s+ban\s+nhân\s+dân|^ubnd|^bộ\s|^sở\s/iu.test(text));
  return line === undefined ? null : sentenceCase(line);
}

function titleOf(lines: readonly string[]): string | null {
  const at = lines.findIndex((text) => /^quyết\s+định\s*$/iu.test(text));
  const title = at < 0 ? undefined : lines[at + 1];
  return title === undefined ? null : title.slice(0, 1000);
}

function sentenceCase(line: string): string {
  if (line !== line.toLocaleUpperCase('vi')) return line;
  const words = line.toLocaleLowerCase('vi').split(' ');
  const place = words.findIndex((word) => ['tỉnh', 'xã', 'phường'].includes(word));
  return words
    .map((word, at) =>
      at === 0 || (place >= 0 && at > place) ? word.charAt(0).toLocaleUpperCase('vi') + word.slice(1) : word,
    )
    .join(' ');
}
