import { type LocalDate } from '@app/kernel';
import {
  Action,
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
  TextListField,
} from '@app/platform/http';

const WAYS = ['outside', 'paper'] as const;
const VERDICTS = [
  'valid',
  'none',
  'tampered',
  'changed-after',
  'other-content',
  'weak',
  'expired',
  'revoked',
  'self-signed',
  'unknown-root',
  'time-invalid',
] as const;

export class PdfSignatureView {
  @ChoiceField(['person', 'document-time'])
  kind!: string;

  @ChoiceField(['intact', 'tampered', 'weak'])
  integrity!: string;

  @TextField({ nullable: true })
  signerName!: string | null;

  @TextField({ nullable: true })
  organisation!: string | null;

  @TextField({ nullable: true })
  issuerName!: string | null;

  @TextField({ nullable: true })
  serialNumber!: string | null;

  @InstantField({ nullable: true })
  validFrom!: string | null;

  @InstantField({ nullable: true })
  validTo!: string | null;

  @ChoiceField(['trusted', 'unknown-root', 'self-signed'])
  chain!: string;

  @ChoiceField(['valid', 'expired', 'not-yet-valid'])
  certificate!: string;

  @InstantField({ nullable: true, description: 'Thời điểm ký; chỉ là bằng chứng khi time là trusted.' })
  signedAt!: string | null;

  @ChoiceField(['trusted', 'untrusted-authority', 'invalid', 'none'])
  time!: string;

  @TextField({ nullable: true })
  timeAuthority!: string | null;

  @ChoiceField(['not-checked', 'good', 'revoked'], {
    description: 'Thu hồi chứng thư, theo danh sách có trong tệp hoặc trong thư mục của người vận hành.',
  })
  revocation!: string;

  @InstantField({ nullable: true, description: 'Ngày của danh sách, hoặc ngày thu hồi.' })
  revocationAt!: string | null;

  @TextField({ nullable: true })
  reason!: string | null;
}

export class SignedPdfView {
  @ChoiceField(VERDICTS)
  verdict!: string;

  @ChoiceField(['same-bytes', 'same-pages', 'other', 'not-compared'])
  content!: string;

  @FlagField({ description: 'Có chữ ký mang tên người phê duyệt ở bước này.' })
  namesApprover!: boolean;

  @ListField(() => PdfSignatureView)
  signatures!: PdfSignatureView[];
}

export class PaperScanView {
  @ChoiceField(['matches', 'other-version', 'unreadable'])
  outcome!: string;

  @IntegerField()
  pages!: number;

  @IntegerField({ description: 'Số trang đọc được mã.' })
  readPages!: number;

  @ListField(() => Number)
  missingPages!: number[];
}

export class ApprovalFileActions {
  @ObjectField(() => Action)
  record!: Action;

  @ObjectField(() => Action)
  confirm!: Action;

  @ObjectField(() => Action)
  refuse!: Action;
}

export class ApprovalFileView {
  @IdField()
  id!: string;

  @IdField()
  versionId!: string;

  @ChoiceField(WAYS)
  way!: string;

  @ChoiceField(['received', 'checked', 'refused', 'approved'])
  state!: string;

  @TextListField()
  fileNames!: string[];

  @TextField({ description: 'Người phê duyệt ở bước này.' })
  assigneeName!: string;

  @TextField()
  uploaderName!: string;

  @InstantField()
  createdAt!: Date;

  @TextListField()
  signers!: string[];

  @DateField({ nullable: true })
  signedOn!: LocalDate | null;

  @TextField({ nullable: true })
  originalPlace!: string | null;

  @ObjectField(() => SignedPdfView, { nullable: true })
  signed!: SignedPdfView | null;

  @ObjectField(() => PaperScanView, { nullable: true })
  scan!: PaperScanView | null;

  @TextField({ nullable: true, description: 'Mã của lý do không chấp nhận.' })
  problem!: string | null;

  @TextField({ nullable: true, description: 'Lý do không chấp nhận, theo ngôn ngữ của người xem.' })
  problemText!: string | null;

  @TextField({ nullable: true })
  refusalReason!: string | null;

  @TextField({ nullable: true })
  decidedByName!: string | null;

  @InstantField({ nullable: true })
  decidedAt!: Date | null;

  @TextField({ nullable: true })
  confirmationNote!: string | null;

  @ObjectField(() => ApprovalFileActions)
  actions!: ApprovalFileActions;
}

export class FileApprovalRequest {
  @TextField({ max: 1000 })
  password!: string;

  @TextField({ optional: true, max: 2000 })
  note?: string;
}

export class FileRefusalRequest {
  @TextField({ max: 2000 })
  reason!: string;
}
