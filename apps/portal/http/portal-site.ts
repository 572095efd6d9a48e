import { Injectable } from '@nestjs/common';

import { StaticFiles } from './static-files';

/** What every page needs to know of the site it stands on. */
@Injectable()
export class PortalSite {
  readonly files = new StaticFiles();

  constructor(readonly portalUrl: string) {}
}
