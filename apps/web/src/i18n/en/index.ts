import { type Dictionary } from '../vi/index';
import { account } from './account';
import { administration } from './administration';
import { apiTokens } from './api-tokens';
import { approvals } from './approvals';
import { agencyExports } from './exports';
import { adoption } from './adoption';
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
import { deadlines } from './deadlines';
import { impact } from './impact';
import { imports } from './imports';
import { editor } from './editor';
import { legal } from './legal';
import { legalSources } from './legal-sources';
import { pdf } from './pdf';
import { procedure } from './procedure';
import { reminders } from './reminders';
import { register } from './register';
import { seals } from './seals';
import { search } from './search';
import { session } from './session';
import { shell } from './shell';
import { tthc } from './tthc';
import { upkeep } from './upkeep';
import { versions } from './versions';
import { way } from './way';
import { ways } from './ways';
import { work } from './work';

export const en: Dictionary = {
  account,
  agencyExports,
  administration,
  apiTokens,
  approvals,
  adoption,
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
  deadlines,
  impact,
  imports,
  editor,
  legal,
  legalSources,
  pdf,
  procedure,
  reminders,
  register,
  seals,
  search,
  session,
  shell,
  tthc,
  upkeep,
  versions,
  way,
  ways,
  work,
};
