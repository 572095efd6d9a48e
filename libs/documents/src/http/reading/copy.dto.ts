import { ChoiceField } from '@app/platform/http';

export class CopyRequest {
  @ChoiceField(['download', 'print'], {
    optional: true,
    description: 'Để lưu hay để in; ghi vào nhật ký bản sao.',
  })
  purpose?: 'download' | 'print';
}
