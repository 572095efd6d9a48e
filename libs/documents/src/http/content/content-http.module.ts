import { Module } from '@nestjs/common';

import { ContentModule } from '../../content.module';
import { VersionContentController } from './content.controller';

@Module({ imports: [ContentModule], controllers: [VersionContentController] })
export class ContentHttpModule {}
