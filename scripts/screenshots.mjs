import { continueUnderOwnNode } from './bootstrap.mjs';

continueUnderOwnNode('scripts/screenshots/main.mts');
