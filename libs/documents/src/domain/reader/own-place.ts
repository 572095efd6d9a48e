import { type ExtractedDocument, type Passage, plainSpaces, tidyLine, toneKey } from '@app/kernel';

/** Where the document itself comes from: what `UBND tỉnh` means in it. */
export interface OwnPlace {
  readonly level: 'tỉnh' | 'thành phố';
  readonly name: string;
}

const HEAD_LINES = 30;
const LETTERHEAD =
  /^(?:(?:[uủ][yỷ] ban nhân dân|ubnd|hội đồng nhân dân|hđnd|chủ tịch [uủ][yỷ] ban nhân dân)\s+)?(tỉnh|thành phố|tp\.?)\s+([\p{L}\s–-]{2,30})$/iu;
const IN_TEXT = /(?<![\p{L}])tỉnh\s+((?:\p{Lu}[\p{L}’']*)(?:\s(?:-\s)?\p{Lu}[\p{L}’']*){0,3})/gu;
const NOT_A_NAME = /\s(?:Chỉ|Quy|Ban|Về|Quyết|Nghị|Kế|Thông|Căn|Sở|Bộ|Năm|Trong|Theo)(?:\s.*)?$/u;

/** From the letterhead, else the one province that the whole text names; null when it names none or several. */
export function ownPlace(document: ExtractedDocument, passages: readonly Passage[]): OwnPlace | null {
  for (const line of headLines(document)) {
    const match = LETTERHEAD.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined) {
      return { level: /^tỉnh$/iu.test(match[1]) ? 'tỉnh' : 'thành phố', name: capitalised(match[2]) };
    }
  }
  return onlyProvince(passages);
}

function headLines(document: ExtractedDocument): string[] {
  return document.blocks
    .slice(0, HEAD_LINES)
    .flatMap((block) =>
      block.kind === 'paragraph' ? [block.text] : block.rows.flat().map(({ text }) => text),
    )
    .flatMap((text) => plainSpaces(text).split('\n'))
    .map(tidyLine);
}

function onlyProvince(passages: readonly Passage[]): OwnPlace | null {
  const names = new Map<string, string>();
  for (const { text } of passages) {
    for (const match of text.matchAll(IN_TEXT)) {
      const name = (match[1] ?? '').replace(NOT_A_NAME, '');
      names.set(toneKey(name), names.get(toneKey(name)) ?? name);
    }
  }
  const [name] = names.values();
  return names.size === 1 && name !== undefined ? { level: 'tỉnh', name } : null;
}

function capitalised(name: string): string {
  const isShouted = name === name.toUpperCase();
  return isShouted
    ? name.toLowerCase().replace(/(?<![\p{L}])\p{L}/gu, (letter) => letter.toUpperCase())
    : name;
}
