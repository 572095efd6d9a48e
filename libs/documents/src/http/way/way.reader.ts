import { PeopleFacade, type PersonLine } from '@app/identity';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type OfferedRoute, PlanWay } from '../../application/way/plan-way';
import { ENTITLED_ROLES, type RouteStage } from '../../domain/way';
import { DelegatesQuery } from '../../persistence/way/delegates.query';
import { type VersionFacts, VersionFactsQuery } from '../../persistence/version-facts.query';
import { type VersionWayView, type WayPerson, type WayStage } from './way.dto';

/** What the submit dialog proposes: routes, stages, and who may stand at each. */
@Injectable()
export class WayReader {
  constructor(
    private readonly plan: PlanWay,
    private readonly people: PeopleFacade,
    private readonly facts: VersionFactsQuery,
    private readonly delegates: DelegatesQuery,
  ) {}

  /** @throws VersionNotFound */
  async show(tx: ReadTransaction, versionId: string): Promise<VersionWayView> {
    const facts = await this.facts.get(tx, versionId);
    const routes = await this.plan.offered(tx, facts.kind);
    const people = await this.people.all(tx);
    const delegates = await this.delegates.today(tx);
    const view = (person: PersonLine): WayPerson => ({
      personId: person.personId,
      fullName: person.fullName,
      positionTitle: person.positionTitle,
      unitName: person.unitName,
      delegateName: delegates.get(person.personId) ?? null,
    });
    const drafter = people.find(({ personId }) => personId === facts.drafterId);
    return {
      drafter: drafter === undefined ? null : view(drafter),
      routes: routes.map((route) => routeView(route, { people, facts, view })),
    };
  }
}

interface Choice {
  people: readonly PersonLine[];
  facts: VersionFacts;
  view: (person: PersonLine) => WayPerson;
}

function routeView({ id, name, stages }: OfferedRoute, choice: Choice): VersionWayView['routes'][number] {
  return { id, name, stages: stages.map((stage, index) => stageView(stage, index + 1, choice)) };
}

function stageView(stage: RouteStage, no: number, { people, facts, view }: Choice): WayStage {
  const entitled = people.filter(
    ({ personId, roles }) =>
      roles.some((role) => ENTITLED_ROLES[stage.kind].includes(role)) &&
      (stage.kind !== 'approve' || personId !== facts.drafterId),
  );
  return { ...stage, stage: no, people: entitled.map(view), proposedIds: proposed(stage, entitled, facts) };
}

/** The head of the owning unit, or the only one who holds the role; a choice among several is left to the person. */
function proposed(stage: RouteStage, entitled: readonly PersonLine[], facts: VersionFacts): string[] {
  if (stage.who === 'chosen') return [];
  const others = entitled.filter(({ personId }) => personId !== facts.drafterId);
  const near = others.filter(({ unitId }) => stage.who === 'unit-head' && unitId === facts.owningUnitId);
  const [first] = near.length > 0 ? near : others;
  return first === undefined ? [] : [first.personId];
}
