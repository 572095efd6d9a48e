import { Controller, type DynamicModule, Get, Module } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { ChoiceField, FlagField, SignedInRoute, TextField } from '../http';

/** What this installation can do; screens say so where something is missing. */
export class SystemInfo {
  @TextField()
  version!: string;

  @FlagField({ description: 'Có LibreOffice để chuyển tệp Word sang PDF.' })
  officeConversion!: boolean;

  @ChoiceField(['off', 'on'], { description: 'Quét mã độc tệp tải lên.' })
  scanner!: 'off' | 'on';

  @TextField()
  portalUrl!: string;
}

@ApiTags('health')
@Controller('system')
class SystemController {
  constructor(private readonly info: SystemInfo) {}

  @Get()
  @SignedInRoute()
  @ApiOkResponse({ type: SystemInfo })
  get(): SystemInfo {
    return this.info;
  }
}

@Module({})
export class SystemModule {
  static forRoot(info: SystemInfo): DynamicModule {
    return {
      module: SystemModule,
      controllers: [SystemController],
      providers: [{ provide: SystemInfo, useValue: info }],
    };
  }
}
