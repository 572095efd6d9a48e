import { OfficeConverter } from '@app/platform/office';
import { type DynamicModule, Module } from '@nestjs/common';

import { CalendarAddress, CalendarFeeds } from '../application/calendar-feeds';
import { MakeUrging } from '../application/make-urging';
import { UrgingForms } from '../application/urging-forms';
import { CalendarFeedsRepository } from '../persistence/calendar-feeds.repository';
import { OverdueQuery } from '../persistence/overdue.query';
import { UrgingsRepository } from '../persistence/urgings.repository';
import { CalendarFeedsController } from './calendar-feeds.controller';
import { WorkFormSender } from './form-sender';
import { OverdueController } from './overdue.controller';
import { WeeklyController, WeeklySheet } from './weekly.controller';
import { WorkItemsController } from './work-items.controller';
import { WorkPapers } from './work-papers';

@Module({})
export class WorkHttpModule {
  static forRoot({ publicUrl }: { publicUrl: string }): DynamicModule {
    return {
      module: WorkHttpModule,
      controllers: [WorkItemsController, OverdueController, WeeklyController, CalendarFeedsController],
      providers: [
        { provide: CalendarAddress, useValue: { publicUrl } },
        { provide: OfficeConverter, useFactory: () => new OfficeConverter() },
        CalendarFeeds,
        CalendarFeedsRepository,
        MakeUrging,
        OverdueQuery,
        UrgingForms,
        UrgingsRepository,
        WeeklySheet,
        WorkFormSender,
        WorkPapers,
      ],
    };
  }
}
