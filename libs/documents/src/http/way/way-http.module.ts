import { Module } from '@nestjs/common';

import { DocumentsModule } from '../../documents.module';
import { WayController } from './way.controller';
import { WayReader } from './way.reader';

/** The way of a version over HTTP: routes, checks, taking back, reassigning, comments. */
@Module({ imports: [DocumentsModule], controllers: [WayController], providers: [WayReader] })
export class WayHttpModule {}
