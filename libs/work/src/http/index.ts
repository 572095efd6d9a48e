import { Module } from '@nestjs/common';

import { WorkItemsController } from './work-items.controller';

@Module({ controllers: [WorkItemsController] })
export class WorkHttpModule {}
