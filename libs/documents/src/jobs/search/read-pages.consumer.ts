import { Consumer, Consumes, type Delivery } from '@app/platform/queue';
import { Injectable } from '@nestjs/common';

import { ReadPages } from '../../application/search/read-pages';

/** Takes the text of each page out of a new rendition. */
@Consumes('documents.read-pages')
@Injectable()
export class ReadPagesConsumer extends Consumer<'documents.rendition-ready.v1'> {
  constructor(private readonly reading: ReadPages) {
    super();
  }

  override consume({ actor, envelope, fence }: Delivery<'documents.rendition-ready.v1'>): Promise<void> {
    return this.reading.execute(actor, envelope.payload.versionId, fence);
  }
}
