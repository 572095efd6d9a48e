import { continueUnderOwnNode } from './bootstrap.mjs';

continueUnderOwnNode('scripts/faults/main.mts');
