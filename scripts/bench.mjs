import { continueUnderOwnNode } from './bootstrap.mjs';

continueUnderOwnNode('scripts/bench/main.mts');
