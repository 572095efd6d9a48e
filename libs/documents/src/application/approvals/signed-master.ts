import { readFile } from 'node:fs/promises';

import { Clock } from '@app/kernel';
import { type SignedPdfVerdict, TrustedRootsFolder, verifySignedPdf } from '@app/platform/signing';
import { Injectable } from '@nestjs/common';

export interface SignedMasterNote {
  code: string;
  level: 'warning' | 'information';
  message: string;
  where: string;
}

const WORDS: Readonly<Record<SignedPdfVerdict, string>> = {
  valid: 'hợp lệ',
  none: 'chưa ký',
  tampered: 'không đúng với nội dung tệp',
  'changed-after': 'tệp đã thay đổi sau khi ký',
  'other-content': 'không đúng với nội dung tệp',
  weak: 'thuật toán không còn an toàn',
  expired: 'chứng thư hết hạn hoặc chưa có hiệu lực',
  revoked: 'chứng thư đã bị thu hồi',
  'self-signed': 'chứng thư tự cấp',
  'unknown-root': 'không rõ tổ chức chứng thực',
  'time-invalid': 'dấu thời gian không đúng',
};

/** A signature names its bytes by their places, so that it never lies packed inside another object. */
const MARK = Buffer.from('/ByteRange');

/** What a received PDF's own signatures prove: told to whoever uploads it, since no stamp may break them (B-04). */
@Injectable()
export class SignedMaster {
  constructor(
    private readonly roots: TrustedRootsFolder,
    private readonly clock: Clock,
  ) {}

  async notes(path: string): Promise<SignedMasterNote[]> {
    const pdf = await readFile(path);
    if (!pdf.includes(MARK)) return [];
    const { verdict, signatures } = await verifySignedPdf(pdf, {
      roots: await this.roots.read(),
      now: this.clock.now(),
    });
    const people = signatures.flatMap(({ kind, signerName }) =>
      kind === 'person' ? [signerName ?? '?'] : [],
    );
    if (people.length === 0) return [];
    return [
      {
        code: 'signed-pdf',
        level: verdict === 'valid' ? 'information' : 'warning',
        message:
          `Tệp PDF đã có chữ ký số của ${people.join(', ')}: ${WORDS[verdict]}. ` +
          'Tệp được giữ nguyên từng byte; bản sao là một gói gồm tệp đã ký và tờ kèm, không đóng dấu lên tệp.',
        where: 'Tệp',
      },
    ];
  }
}
