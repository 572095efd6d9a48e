import { Module } from '@nestjs/common';

import { DeskModule } from '../../desk.module';
import { ReadingHttpModule } from '../reading/reading-http.module';
import { SigningPairsController } from './signing-pairs.controller';

@Module({ imports: [DeskModule, ReadingHttpModule], controllers: [SigningPairsController] })
export class DeskHttpModule {}
