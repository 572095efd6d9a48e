import { Module } from '@nestjs/common';

import { LegalIntakeHttpModule } from './intake/intake-http.module';

@Module({ imports: [LegalIntakeHttpModule] })
export class LegalRegisterHttpModule {}
