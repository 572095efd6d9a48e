import { common } from './common';
import { session } from './session';
import { shell } from './shell';
import { work } from './work';

export const vi = { common, session, shell, work };
