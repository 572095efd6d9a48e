import { ChoiceField, FlagField, IdField, InstantField, TextField } from '@app/platform/http';

import { SIGNATURE_MEANINGS, SIGNATURE_WAYS } from '../../application/seals/signatories';

const VALIDITIES = ['valid', 'round', 'content', 'metadata', 'seal'] as const;

export class SignatureView {
  @IdField()
  id!: string;

  @ChoiceField(['reviewed', 'approved'])
  meaning!: string;

  @TextField()
  signerName!: string;

  @TextField()
  positionTitle!: string;

  @TextField({ nullable: true })
  formula!: string | null;

  @TextField({ nullable: true, description: 'Chức danh trong Ban chỉ đạo ISO.' })
  isoTitle!: string | null;

  @TextField({ nullable: true, description: 'Ký thay ai.' })
  onBehalfOfName!: string | null;

  @TextField({ nullable: true, description: 'Văn bản ủy quyền.' })
  delegationLetter!: string | null;

  @ChoiceField(['inside', 'outside', 'paper'], {
    description: 'Ký trong phần mềm, ký số ngoài, ký trên giấy.',
  })
  way!: string;

  @InstantField()
  signedAt!: string;

  @TextField()
  contentHash!: string;

  @FlagField({ description: 'Chữ ký còn đúng với nội dung và thông tin hiện có (RI-11).' })
  valid!: boolean;

  @ChoiceField(VALIDITIES, { description: 'Vì sao không còn hợp lệ (RI-11).' })
  validity!: string;
}

/** Who wrote, checked, reviewed, approved or vouched, as every copy names them too (RI-10). */
export class SignatoryView {
  @ChoiceField(SIGNATURE_MEANINGS)
  meaning!: string;

  @TextField()
  name!: string;

  @TextField({ description: 'Chức vụ, kèm hình thức đề ký và chức danh ISO.' })
  position!: string;

  @InstantField({ nullable: true })
  at!: string | null;

  @ChoiceField(SIGNATURE_WAYS)
  way!: string;

  @TextField({ nullable: true })
  onBehalfOfName!: string | null;

  @TextField({ nullable: true })
  delegationLetter!: string | null;

  @TextField({ nullable: true })
  contentHash!: string | null;

  @ChoiceField(VALIDITIES, { nullable: true })
  validity!: string | null;
}
