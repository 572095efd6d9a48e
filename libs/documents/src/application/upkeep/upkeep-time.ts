import { Clock, Ids } from '@app/kernel';
import { Injectable } from '@nestjs/common';

/** Clock and ids, which come in as arguments. */
@Injectable()
export class UpkeepTime {
  constructor(
    readonly clock: Clock,
    readonly ids: Ids,
  ) {}
}
