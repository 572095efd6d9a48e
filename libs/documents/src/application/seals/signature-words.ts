import { type StampedSignature } from '@app/platform/pdf';

import { type DetailRow } from '../../persistence/version-detail.query';
import { type SignatureValidity } from './judge-signatures';
import { type Signatory, signatoriesOf, type SignatureMeaning, type SignatureWay } from './signatories';

const MEANINGS: Readonly<Record<SignatureMeaning, string>> = {
  written: 'Soạn thảo',
  checked: 'Kiểm tra',
  reviewed: 'Xem xét',
  approved: 'Phê duyệt',
  verified: 'Đối chiếu',
};

const WAYS: Readonly<Record<SignatureWay, string>> = {
  inside: 'Ký trong phần mềm',
  outside: 'Ký số ngoài phần mềm',
  paper: 'Ký trên giấy',
  said: 'Xác nhận trong phần mềm',
  imported: 'Trên bản giấy có trước',
};

const FAULTS: Readonly<Record<Exclude<SignatureValidity, 'valid'>, string>> = {
  round: 'đã trả lại và trình lại sau khi ký',
  content: 'bản PDF đã khác bản được ký',
  metadata: 'thông tin trên bìa đã khác thông tin được ký',
  seal: 'dòng chữ ký đã bị sửa hoặc chuyển từ nơi khác đến',
};

/** The signatures of a version as a copy names them; those that no longer count say so (RI-10, RI-11). */
export function stampedSignatures(row: DetailRow): StampedSignature[] {
  return signatoriesOf(row).map((signatory) => ({
    meaning: MEANINGS[signatory.meaning],
    name: signatory.name,
    position: signatory.position,
    at: signatory.at === null ? null : new Date(signatory.at),
    way: WAYS[signatory.way],
    note: behalf(signatory),
    invalid: fault(signatory),
  }));
}

function behalf({ onBehalfOfName, delegationLetter }: Signatory): string | null {
  return onBehalfOfName === null ? null : `Ký thay ${onBehalfOfName}, theo ${delegationLetter ?? ''}`;
}

function fault({ validity }: Signatory): string | null {
  return validity === null || validity === 'valid'
    ? null
    : `Không còn hợp lệ cho nội dung này: ${FAULTS[validity]}`;
}
