import { Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';

import { OfficeConverter } from './office-converter';

/** Stops LibreOffice and removes its folders when the process ends. */
@Injectable()
class ConverterCloser implements OnApplicationShutdown {
  constructor(private readonly converter: OfficeConverter) {}

  onApplicationShutdown(): Promise<void> {
    return this.converter.close();
  }
}

/** One converter for the whole process: conversions run one at a time. */
@Global()
@Module({
  providers: [{ provide: OfficeConverter, useFactory: () => new OfficeConverter() }, ConverterCloser],
  exports: [OfficeConverter],
})
export class OfficeModule {}
