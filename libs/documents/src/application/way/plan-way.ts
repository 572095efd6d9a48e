import { PeopleFacade, type PersonLine } from '@app/identity';
import { Ids } from '@app/kernel';
import { OrganizationFacade } from '@app/organization';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { PersonLacksRole, PersonNotInAgency, RouteNotFound, WayIncomplete } from '../../domain/refusals';
import { type DocumentKind } from '../../domain/version-fields';
import {
  COMMUNE_ROUTE,
  ENTITLED_ROLES,
  type RouteDefinition,
  type RouteStage,
  type StagedPeople,
  STANDARD_ROUTE,
  type SubmissionPeople,
} from '../../domain/way';
import { RouteDefinitionsRepository } from '../../persistence/way/route-definitions.repository';

/** A route that a version may take; shipped ones bear a name instead of an id. */
export interface OfferedRoute extends RouteDefinition {
  id: string;
}

/** Which routes serve a kind of document, and who stands where when one is taken. */
@Injectable()
export class PlanWay {
  constructor(
    private readonly definitions: RouteDefinitionsRepository,
    private readonly organization: OrganizationFacade,
    private readonly people: PeopleFacade,
    private readonly ids: Ids,
  ) {}

  /** The agency's own for this kind, else its general ones, else those that are shipped; the first is proposed. */
  async offered(tx: ReadTransaction, kind: DocumentKind): Promise<OfferedRoute[]> {
    const own = await this.definitions.inUse(tx);
    const special = own.filter(({ documentKinds }) => documentKinds.includes(kind));
    if (special.length > 0) return special;
    const general = own.filter(({ documentKinds }) => documentKinds.length === 0);
    return general.length > 0 ? general : this.shipped(tx);
  }

  /** Fewer people where the agency is a commune. */
  async shipped(tx: ReadTransaction): Promise<OfferedRoute[]> {
    const routes = [
      { id: 'standard', ...STANDARD_ROUTE },
      { id: 'commune', ...COMMUNE_ROUTE },
    ];
    const { kind } = await this.organization.letterhead(tx);
    return kind === 'commune' ? routes.reverse() : routes;
  }

  /** @throws RouteNotFound, WayIncomplete, PersonNotInAgency, PersonLacksRole */
  async staged(
    tx: ReadTransaction,
    { kind }: { kind: DocumentKind },
    chosen: SubmissionPeople,
  ): Promise<{ routeName: string; stages: StagedPeople[] }> {
    const routes = await this.offered(tx, kind);
    const route = chosen.route == null ? routes[0] : routes.find(({ id }) => id === chosen.route);
    if (route === undefined) throw new RouteNotFound();
    const picks = route.stages.map((stage, index) => idsOf(stage, index + 1, chosen));
    const members = await this.people.members(tx, [...new Set(picks.flat())]);
    const byId = new Map(members.map((member) => [member.personId, member]));
    const stages = route.stages.flatMap((stage, index): StagedPeople[] => {
      const ids = picks[index] ?? [];
      if (ids.length === 0 && stage.isOptional) return [];
      if (ids.length === 0) throw new WayIncomplete();
      return [{ ...stage, people: ids.map((id) => this.#assignee(stage, byId.get(id))) }];
    });
    return { routeName: route.name, stages };
  }

  #assignee(stage: RouteStage, person: PersonLine | undefined): StagedPeople['people'][number] {
    if (person === undefined) throw new PersonNotInAgency();
    if (!person.roles.some((role) => ENTITLED_ROLES[stage.kind].includes(role))) throw new PersonLacksRole();
    return { stepId: this.ids.next(), personId: person.personId, name: person.fullName };
  }
}

function idsOf(stage: RouteStage, no: number, chosen: SubmissionPeople): readonly string[] {
  if (chosen.people !== undefined) return chosen.people.find((pick) => pick.stage === no)?.personIds ?? [];
  const short = {
    review: chosen.reviewerId,
    approve: chosen.approverId,
    'iso-check': null,
    'form-check': null,
  };
  const id = short[stage.kind] ?? null;
  return id === null ? [] : [id];
}
