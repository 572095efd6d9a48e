import { type Dictionary } from '../dictionary';
import { common } from './common';
import { session } from './session';
import { shell } from './shell';
import { work } from './work';

export const en: Dictionary = { common, session, shell, work };
