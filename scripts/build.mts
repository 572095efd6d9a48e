import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildServer, buildWeb } from './lib/build.mts';
import { REPOSITORY } from './lib/paths.mts';

const server = await buildServer();
const web = existsSync(join(REPOSITORY, 'apps', 'web', 'vite.config.mjs')) && (await buildWeb());
console.log(`server ${server ? 'built' : 'unchanged'}, web ${web ? 'built' : 'unchanged'}`);
