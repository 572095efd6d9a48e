import { docx, oleDoc, pdf, wordParagraph, wordPart } from '../../support/bad-files';
import { noise, random } from './bad-file';
import { handMade, onePage } from './pdf-text';

export interface Mutant {
  readonly number: number;
  readonly extension: '.pdf' | '.docx' | '.doc';
  readonly bytes: Buffer;
}

type Mutator = (bytes: Buffer, next: () => number) => Buffer;

const at = (bytes: Buffer, next: () => number): number => Math.floor(next() * bytes.length);
const cut = (bytes: Buffer, from: number, to: number): Buffer =>
  Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);

const filled = (bytes: Buffer, from: number, { value, length }: { value: number; length: number }): Buffer =>
  bytes.fill(value, from, Math.min(bytes.length, from + length));

/** What disks, lines and people with hexadecimal editors do to files. */
const MUTATORS: readonly Mutator[] = [
  (bytes, next) => {
    for (let turn = 0; turn < 8; turn += 1) bytes[at(bytes, next)] = Math.floor(next() * 256);
    return bytes;
  },
  (bytes, next) => {
    const place = at(bytes, next);
    bytes[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(next() * 8));
    return bytes;
  },
  (bytes, next) => filled(bytes, at(bytes, next), { value: 0, length: 64 }),
  (bytes, next) => filled(bytes, at(bytes, next), { value: 0xff, length: 4 }),
  (bytes, next) => cut(bytes, at(bytes, next), at(bytes, next)),
  (bytes, next) => {
    const place = at(bytes, next);
    return Buffer.concat([bytes.subarray(0, place), noise(64, place), bytes.subarray(place)]);
  },
  (bytes, next) => {
    const [from, to] = [at(bytes, next), at(bytes, next)];
    bytes.copy(bytes, to, from, Math.min(bytes.length, from + 256));
    return bytes;
  },
  (bytes, next) => {
    const text = bytes.toString('latin1');
    const digits = [...text.matchAll(/\d+/g)];
    const found = digits[Math.floor(next() * digits.length)];
    if (found === undefined) return bytes;
    const value = ['-1', '0', '4294967296', '99999999999999999999'][Math.floor(next() * 4)] ?? '0';
    return Buffer.from(
      text.slice(0, found.index) + value + text.slice(found.index + found[0].length),
      'latin1',
    );
  },
];

/** B-08: good files with one to three wounds; the same number is the same mutant in every run. */
export async function* mutants(count: number): AsyncGenerator<Mutant> {
  const text = 'QUY TRÌNH Mã hiệu QT 01/HT Lần ban hành 01 Căn cứ Luật số 60/2014/QH13 ';
  const good = [
    ['.pdf', await pdf()],
    ['.pdf', handMade(onePage())],
    ['.docx', docx({ 'word/document.xml': wordPart(wordParagraph(text).repeat(40)) })],
    ['.doc', oleDoc({ '/Data': noise(9000) })],
  ] as const;
  for (let number = 0; number < count; number += 1) {
    const next = random(number + 1);
    const [extension, whole] = good[number % good.length] ?? good[0];
    let bytes: Buffer = Buffer.from(whole);
    for (let wounds = 1 + Math.floor(next() * 3); wounds > 0; wounds -= 1)
      bytes = (MUTATORS[Math.floor(next() * MUTATORS.length)] ?? MUTATORS[0]!)(bytes, next);
    yield { number, extension, bytes };
  }
}
