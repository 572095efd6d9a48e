import { Injectable } from '@nestjs/common';

import { DecideVersion } from '../application/decide-version';
import { ReturnVersion } from '../application/return-version';
import { SubmitVersion } from '../application/submit-version';

/** The acts along the way of a version: Trình, Xem xét, Phê duyệt, Trả lại. */
@Injectable()
export class VersionWay {
  constructor(
    readonly submit: SubmitVersion,
    readonly decide: DecideVersion,
    readonly giveBack: ReturnVersion,
  ) {}
}
