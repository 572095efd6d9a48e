import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { CurrentActor, RequirePermission } from '@app/platform/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';

import { PeopleQuery } from '../persistence/people.query';
import { PeopleQueryDto, PersonOption } from './me.dto';

@ApiTags('identity')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleQuery,
  ) {}

  /** Colleagues of the caller's agency; `role` narrows to those who hold it. */
  @Get()
  @RequirePermission('identity.read-people')
  @ApiOkResponse({ type: PersonOption, isArray: true })
  list(@CurrentActor() actor: Actor, @Query() { role }: PeopleQueryDto): Promise<PersonOption[]> {
    return this.unitOfWork.read(actor, async (tx) => {
      const people = await this.people.ofAgency(tx, role ?? null);
      return people.map(({ email: _email, ...person }) => person);
    });
  }
}
