import { continueUnderOwnNode } from './bootstrap.mjs';

continueUnderOwnNode('scripts/up/main.mts');
