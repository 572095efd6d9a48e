import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { blankForm, type BlankFormName } from '@app/platform/forms';
import { Injectable } from '@nestjs/common';

import { type PrintedForm } from '../issuing/print-forms';
import { FormHead } from './form-head';

const NAMES: Readonly<Record<BlankFormName, string>> = {
  'danh-muc-tai-lieu-noi-bo': 'Danh mục tài liệu nội bộ',
  'danh-muc-tai-lieu-ben-ngoai': 'Danh mục tài liệu bên ngoài',
  'danh-muc-ho-so': 'Danh mục hồ sơ',
  'phieu-yeu-cau': 'Phiếu yêu cầu',
  'to-trinh-ban-hanh': 'Tờ trình ban hành tài liệu',
  'quyet-dinh-ban-hanh': 'Quyết định ban hành tài liệu',
  'danh-muc-kem-theo': 'Danh mục kèm theo quyết định',
  'so-phan-phoi-thu-hoi': 'Sổ phân phối, thu hồi',
  'danh-sach-ky-nhan': 'Danh sách ký nhận',
  'bien-ban-huy': 'Biên bản hủy tài liệu lỗi thời',
  'phieu-theo-doi-qua-trinh': 'Phiếu theo dõi quá trình',
};

/** Any form with the agency's head and dots, to be filled by hand (FM). */
@Injectable()
export class BlankForms {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly head: FormHead,
  ) {}

  async fill(actor: Actor, name: BlankFormName): Promise<PrintedForm> {
    const head = await this.unitOfWork.read(actor, (tx) => this.head.official(tx));
    return { docx: await blankForm(name, head), fileName: `${NAMES[name]} (trống).docx` };
  }
}
