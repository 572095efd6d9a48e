import { type DetailRow } from '../../persistence/version-detail.query';
import { judgeSignatures, type SignatureValidity } from './judge-signatures';

/** The meanings of a signature that people read (RI-10). */
export const SIGNATURE_MEANINGS = ['written', 'checked', 'reviewed', 'approved', 'verified'] as const;
export type SignatureMeaning = (typeof SIGNATURE_MEANINGS)[number];

/** `said`: a person's word in the product, without a signature over a hash. */
export const SIGNATURE_WAYS = ['inside', 'outside', 'paper', 'said', 'imported'] as const;
export type SignatureWay = (typeof SIGNATURE_WAYS)[number];

/** One line of who did what for a version: on the screen and on every copy (RI-10). */
export interface Signatory {
  meaning: SignatureMeaning;
  name: string;
  /** With formula and Chức danh ISO. */
  position: string;
  at: string | null;
  way: SignatureWay;
  onBehalfOfName: string | null;
  delegationLetter: string | null;
  contentHash: string | null;
  /** Null where nothing was signed. */
  validity: SignatureValidity | null;
}

const NOTHING_SIGNED = { onBehalfOfName: null, delegationLetter: null, contentHash: null, validity: null };

/** Who wrote, checked, reviewed and approved a version, and who vouched for what was signed elsewhere. */
export function signatoriesOf(row: DetailRow): Signatory[] {
  return row.importedFromPaper ? printed(row) : [...written(row), ...checked(row), ...signed(row)];
}

/** Names on a paper that came in from before: text, no signatures (R17). */
function printed({ printedSigners }: DetailRow): Signatory[] {
  return printedSigners.map(({ role, name, position }) => ({
    ...NOTHING_SIGNED,
    meaning: meaningOfRole(role),
    name,
    position: position ?? '',
    at: null,
    way: 'imported',
  }));
}

function meaningOfRole(role: string): SignatureMeaning {
  const said = role.normalize('NFC').toLocaleLowerCase('vi');
  if (/phê duyệt|approve/.test(said)) return 'approved';
  if (/kiểm tra|check/.test(said)) return 'checked';
  return /xem xét|review/.test(said) ? 'reviewed' : 'written';
}

/** Only a drafter who said so wrote it; an unconfirmed name is a name on a cover (OF-05). */
function written({ drafterName, drafterPosition, draftedAt, draftingConfirmed }: DetailRow): Signatory[] {
  if (draftingConfirmed === null || draftedAt === null) return [];
  return [
    {
      ...NOTHING_SIGNED,
      meaning: 'written',
      name: drafterName,
      position: drafterPosition ?? '',
      at: draftedAt,
      way: draftingConfirmed === 'paper' ? 'paper' : 'said',
    },
  ];
}

/** Kiểm tra ISO and thể thức: decided at the station, without a signature of its own. */
function checked({ steps, reviewRound }: DetailRow): Signatory[] {
  return steps
    .filter(({ kind, state, round }) => kind.endsWith('-check') && state === 'done' && round === reviewRound)
    .map(({ takenByName, assigneeName, decidedAt, stageName }) => ({
      ...NOTHING_SIGNED,
      meaning: 'checked',
      name: takenByName ?? assigneeName,
      position: stageName,
      at: decidedAt,
      way: 'said',
    }));
}

function signed(row: DetailRow): Signatory[] {
  return judgeSignatures(row, row.signatures).flatMap(({ signature, validity }): Signatory[] => {
    const { formula, positionTitle, isoTitle, vouchedByName, vouchedAt } = signature;
    const line: Signatory = {
      meaning: signature.meaning,
      name: signature.signerName,
      position: [`${formula} ${positionTitle}`.trim(), isoTitle].filter(Boolean).join(', '),
      at: signature.signedAt,
      way: signature.way,
      onBehalfOfName: signature.onBehalfOfName,
      delegationLetter: signature.delegationLetter,
      contentHash: signature.contentHash,
      validity,
    };
    if (vouchedByName === null) return [line];
    const voucher: Signatory = {
      ...NOTHING_SIGNED,
      meaning: 'verified',
      name: vouchedByName,
      position: '',
      at: vouchedAt,
      way: 'said',
    };
    return [line, voucher];
  });
}
