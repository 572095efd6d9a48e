import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { CurrentActor, decodeCursor, type Page, pageOf, RequirePermission } from '@app/platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { OrganizationQuery } from '../persistence/organization.query';
import { AgencyLine, AgencyLinePage, AgencySearch, UnitOption } from './organization.dto';
import { positionOf } from './position';

const DEFAULT_LIMIT = 50;

@ApiTags('organization')
@Controller()
export class AgenciesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organization: OrganizationQuery,
  ) {}

  /** Units of the caller's agency today. */
  @Get('units')
  @RequirePermission('organization.read')
  @ApiOkResponse({ type: UnitOption, isArray: true })
  units(@CurrentActor() actor: Actor): Promise<UnitOption[]> {
    return this.unitOfWork.read(actor, (tx) => this.organization.units(tx));
  }

  /** The register of agencies, found without accents; `historical` narrows to what is, or is no more. */
  @Get('agencies')
  @RequirePermission('organization.read')
  @ApiOkResponse({ type: AgencyLinePage })
  async agencies(
    @CurrentActor() actor: Actor,
    @Query() { q = '', historical, after, limit = DEFAULT_LIMIT }: AgencySearch,
  ): Promise<Page<AgencyLine>> {
    const position = positionOf(decodeCursor(after, 2));
    const wanted = historical === undefined ? null : historical === 'true';
    const rows = await this.unitOfWork.read(actor, (tx) =>
      this.organization.agencies(tx, { q, historical: wanted, after: position, limit }),
    );
    return pageOf(rows, limit, { show: (row) => row, key: ({ name, id }) => [name, id] });
  }
}
