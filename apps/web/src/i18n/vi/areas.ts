import { adoption } from './adoption';
import { agencyExports } from './exports';
import { deadlines } from './deadlines';
import { impact } from './impact';
import { legalSources } from './legal-sources';
import { register } from './register';
import { tthc } from './tthc';
import { upkeep } from './upkeep';

/** Words that no first screen needs: they come with the first screen beyond "Việc của tôi". */
export const areas = {
  adoption,
  agencyExports,
  deadlines,
  impact,
  legalSources,
  register,
  tthc,
  upkeep,
};
