import { ACCOUNTS } from './accounts';
import { ADOPTION } from './adoption';
import { APPROVALS } from './approvals';
import { CHANGE_SETS } from './change-sets';
import { CITATIONS } from './citations';
import { COMPARISON } from './comparison';
import { DECISIONS } from './decisions';
import { DECLARATIONS } from './declarations';
import { DESK } from './desk';
import { DOSSIERS } from './dossiers';
import { IMPORTS } from './imports';
import { EDITOR } from './editor';
import { FORMS } from './forms';
import { type Expectations } from './kit';
import { IMPACT } from './impact';
import { LAW } from './law';
import { ORGANIZATION } from './organization';
import { REMINDERS } from './reminders';
import { REGISTER } from './register';
import { SECOND_FACTOR } from './second-factor';
import { TTHC } from './tthc';
import { SOURCES } from './sources';
import { UPKEEP } from './upkeep';
import { SEARCH } from './search';
import { READING } from './reading';
import { VERSIONS } from './versions';
import { WAYS } from './ways';

export { type Expectation } from './kit';

/** Every route of the api, area by area. */
export const EXPECTATIONS: Expectations = {
  ...ACCOUNTS,
  ...DESK,
  ...APPROVALS,
  ...VERSIONS,
  ...WAYS,
  ...READING,
  ...CHANGE_SETS,
  ...CITATIONS,
  ...COMPARISON,
  ...DECISIONS,
  ...ADOPTION,
  ...ORGANIZATION,
  ...IMPACT,
  ...LAW,
  ...TTHC,
  ...REGISTER,
  ...SOURCES,
  ...DECLARATIONS,
  ...UPKEEP,
  ...EDITOR,
  ...FORMS,
  ...SECOND_FACTOR,
  ...SEARCH,
  ...IMPORTS,
  ...DOSSIERS,
  ...REMINDERS,
};
