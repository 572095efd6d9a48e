import { Module } from '@nestjs/common';

import { DocumentsModule } from '../../documents.module';
import { CommentsRepository } from '../../persistence/way/comments.repository';
import { HeldStepsQuery } from '../../persistence/way/held-steps.query';
import { CommentsController } from './comments.controller';
import { SheetSource } from '../search/sheet-source';
import { HeldStepsController } from './held.controller';
import { HeldReader } from './held.reader';
import { RoutesController } from './routes.controller';
import { WayController } from './way.controller';
import { WayReader } from './way.reader';

/** The way of a version over HTTP: routes, checks, taking back, reassigning, comments, who holds what. */
@Module({
  imports: [DocumentsModule],
  controllers: [CommentsController, HeldStepsController, RoutesController, WayController],
  providers: [CommentsRepository, HeldReader, HeldStepsQuery, SheetSource, WayReader],
})
export class WayHttpModule {}
