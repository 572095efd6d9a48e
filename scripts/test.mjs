import { continueUnderOwnNode } from './bootstrap.mjs';

continueUnderOwnNode('scripts/test/main.mts');
