import { type DynamicModule, Module } from '@nestjs/common';

import { type MailSettings } from '../config';
import { MailPort } from './mail-port';
import { SmtpMail } from './smtp-mail';

@Module({})
export class MailModule {
  static forRoot(settings: MailSettings): DynamicModule {
    return {
      module: MailModule,
      global: true,
      providers: [{ provide: MailPort, useFactory: () => new SmtpMail(settings) }],
      exports: [MailPort],
    };
  }
}
