import { DomainError } from '@app/kernel';
import { Controller, Get, Module } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';

import { PublicRoute, TextField } from '../http';

class HealthDto {
  @TextField()
  status!: string;
}

@ApiTags('health')
@Controller('health')
class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  /** The process runs. */
  @Get('live')
  @PublicRoute()
  @ApiOkResponse({ type: HealthDto })
  live(): HealthDto {
    return { status: 'ok' };
  }

  /** The process can do its work: the database answers. */
  @Get('ready')
  @PublicRoute()
  @ApiOkResponse({ type: HealthDto })
  async ready(): Promise<HealthDto> {
    try {
      await this.dataSource.query('select 1');
    } catch {
      throw new DomainError({ code: 'platform.busy', kind: 'unavailable' });
    }
    return { status: 'ok' };
  }
}

@Module({ controllers: [HealthController] })
export class HealthHttpModule {}
