import { continueUnderOwnNode } from './bootstrap.mjs';

continueUnderOwnNode('scripts/cli/main.mts');
