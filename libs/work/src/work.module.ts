import { Global, Module } from '@nestjs/common';

import { WorkItems } from './persistence/work-items';
import { WorkItemsQuery } from './persistence/work-items.query';
import { WorkFacade } from './work.facade';

@Global()
@Module({ providers: [WorkFacade, WorkItems, WorkItemsQuery], exports: [WorkFacade, WorkItemsQuery] })
export class WorkModule {}
