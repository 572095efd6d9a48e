import { account } from './account';
import { administration } from './administration';
import { apiTokens } from './api-tokens';
import { type areas } from './areas';
import { approvals } from './approvals';
import { changeSets } from './change-sets';
import { common } from './common';
import { decisions } from './decisions';
import { declarations } from './declarations';
import { distribution } from './distribution';
import { desk } from './desk';
import { documentPage } from './document-page';
import { documents } from './documents';
import { drafting } from './drafting';
import { external } from './external';
import { forms } from './forms';
import { issuing } from './issuing';
import { imports } from './imports';
import { editor } from './editor';
import { legal } from './legal';
import { pdf } from './pdf';
import { procedure } from './procedure';
import { reminders } from './reminders';
import { seals } from './seals';
import { search } from './search';
import { session } from './session';
import { shell } from './shell';
import { versions } from './versions';
import { way } from './way';
import { ways } from './ways';
import { work } from './work';

/** Words of the first screens and of what stands around all of them. */
export const vi = {
  account,
  administration,
  apiTokens,
  approvals,
  changeSets,
  common,
  decisions,
  declarations,
  desk,
  distribution,
  documentPage,
  documents,
  drafting,
  external,
  forms,
  issuing,
  imports,
  editor,
  legal,
  pdf,
  procedure,
  reminders,
  seals,
  search,
  session,
  shell,
  versions,
  way,
  ways,
  work,
};

/** Vietnamese is the source: English must have exactly its keys. */
export type Dictionary = typeof vi & typeof areas;
