import { issuerKey, type LocalDate, normaliseNumberSymbol, numberSymbolKey, tidyLine } from '@app/kernel';

import { lawDate } from './law-dates';
import { RelatedToItself } from './refusals';

export const RELATION_KINDS = ['replaces', 'amends', 'repeals', 'corrects', 'guides'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** What a text does: wholly or in which provisions, from when, and what is said of the time between. */
interface ActFields {
  kind: RelationKind;
  partly: boolean;
  note: string | null;
  /** `khoản 2 Điều 5; Điều 7`: the provisions of the other text that are touched. */
  provisions?: string | null;
  /** Its own commencement; without one it acts from the commencement of the text. */
  effectiveOn?: string | null;
  /** Quy định chuyển tiếp. */
  transition?: string | null;
}

export interface RelationFields extends ActFields {
  targetId: string;
}

/** A relation to a text that the register does not hold yet. */
export interface AwaitedFields extends ActFields {
  numberSymbol: string;
  issuer: string | null;
  issuedOn: string | null;
}

interface Act {
  kind: RelationKind;
  partly: boolean;
  provisions: string | null;
  effectiveOn: LocalDate;
  note: string | null;
  transition: string | null;
}

export interface Relation extends Act {
  targetId: string;
}

export interface Awaited extends Act {
  numberSymbol: string;
  numberKey: string;
  issuer: string | null;
  issuerKey: string;
  issuedOn: LocalDate | null;
}

/** @throws RelatedToItself */
export function relationsOf(
  typed: readonly RelationFields[],
  { id, from }: { id: string; from: LocalDate },
): Relation[] {
  if (typed.some(({ targetId }) => targetId === id)) throw new RelatedToItself();
  const read = typed.map((fields) => ({ ...actOf(fields, from), targetId: fields.targetId }));
  return [...new Map(read.map((relation) => [`${relation.kind} ${relation.targetId}`, relation])).values()];
}

export function awaitedOf(typed: readonly AwaitedFields[], from: LocalDate): Awaited[] {
  const read = typed.map((fields) => ({
    ...actOf(fields, from),
    numberSymbol: normaliseNumberSymbol(fields.numberSymbol),
    numberKey: numberSymbolKey(fields.numberSymbol),
    issuer: tidyLine(fields.issuer ?? '') || null,
    issuerKey: issuerKey(fields.issuer),
    issuedOn: lawDate(fields.issuedOn ?? ''),
  }));
  return [...new Map(read.map((awaited) => [keyOf(awaited), awaited])).values()];
}

/** Whether the text that is awaited may be this one: what the mention says agrees. */
export function isAwaited(
  { numberKey, issuerKey: issuer, issuedOn }: Pick<Awaited, 'numberKey' | 'issuerKey' | 'issuedOn'>,
  text: { numberKey: string; issuerKey: string; issuedOn: string },
): boolean {
  return (
    numberKey === text.numberKey &&
    (issuer === '' || issuer === text.issuerKey) &&
    (issuedOn === null || issuedOn === text.issuedOn)
  );
}

function keyOf({ kind, numberKey, issuerKey: issuer, issuedOn }: Awaited): string {
  return `${kind} ${numberKey} ${issuer} ${String(issuedOn)}`;
}

function actOf(fields: ActFields, from: LocalDate): Act {
  const provisions = tidyLine(fields.provisions ?? '') || null;
  return {
    kind: fields.kind,
    // Who names provisions means these and no more.
    partly: fields.partly || provisions !== null,
    provisions,
    effectiveOn: lawDate(fields.effectiveOn ?? '') ?? from,
    note: tidyLine(fields.note ?? '') || null,
    transition: (fields.transition ?? '').normalize('NFC').trim() || null,
  };
}
