import { type Actor, systemActor } from '@app/kernel';
import { LegalImpactFacade } from '@app/legal-impact';

import { FirstReview } from '../../../libs/legal-impact/src/application/first-review';
import { aPaperDecision, ImportDesk, PASSWORD, refusalOf, Stage } from '../../support/staging';

interface Line {
  id: string;
  documentId: string;
  cites: string;
  textStatus: string;
}

const ISSUER = 'Ủy ban nhân dân xã Rà Soát';

let stage: Stage;
let desk: ImportDesk;
let batch: string;

beforeAll(async () => {
  stage = await Stage.open();
  desk = new ImportDesk(stage.world, stage.api, await stage.office());
  const installation = await stage.world.installation();
  await stage.world.unitOfWork.write(systemActor(installation.id, 'spec', installation.path), null, (tx) =>
    stage.api.app.get(LegalImpactFacade, { strict: false }).seedRules(tx),
  );
  const { secretary } = desk.office.by;
  const old = await secretary.post<{ id: string }>('/legal-texts', aText('7/2019/QĐ-UBND', '2019-02-03'));
  const { changeId } = await secretary.post<{ changeId: string }>('/legal-texts', {
    ...aText('8/2024/QĐ-UBND', '2024-02-03'),
    relations: [{ kind: 'replaces', targetId: old.id, partly: false, note: null }],
  });
  await secretary.post(`/legal-changes/${changeId}/confirmation`, {});
  batch = await desk.open();
  await desk.read(batch, { citations: [citing('7/2019/QĐ-UBND', '2019-02-03')] });
  await desk.read(batch, { citations: [citing('8/2024/QĐ-UBND', '2024-02-03')] });
  const itemIds = (await desk.rows(batch)).map(({ id }) => id);
  const decision = aPaperDecision();
  await secretary.post(`/imports/${batch}/acceptance`, { itemIds, decision, password: PASSWORD });
});

afterAll(() => stage.close());

function aText(numberSymbol: string, issuedOn: string): Record<string, unknown> {
  return {
    kind: 'Quyết định',
    numberSymbol,
    issuer: ISSUER,
    issuedOn,
    effectiveOn: issuedOn,
    title: `Quy định ${numberSymbol}`,
    aliases: [],
    relations: [],
  };
}

function citing(numberSymbol: string, issuedOn: string): Record<string, unknown> {
  return { numberSymbol, kind: 'Quyết định', issuer: ISSUER, issuedOn };
}

function scan(): Promise<void> {
  const { id, path } = desk.office.agency;
  const worker: Actor = systemActor(id, 'spec', path);
  const review = stage.api.app.get(FirstReview, { strict: false });
  return stage.world.unitOfWork.write(worker, null, (tx) => review.scan(tx, batch));
}

async function lines(): Promise<Line[]> {
  const { items } = await desk.office.by.secretary.get<{ items: Line[] }>('/first-reviews?state=open');
  return items;
}

it('OF-04: the first scan after an import makes one list and sends nothing', async () => {
  await scan();
  await scan();

  expect(await lines()).toMatchObject([{ cites: '7/2019/QĐ-UBND', textStatus: 'expired' }]);
  const { rows } = await stage.world.owner.query(
    `select (select count(*)::int from work.item where agency_id = $1) as tasks,
            (select count(*)::int from notifications.notice where agency_id = $1) as notices,
            (select count(*)::int from notifications.reminder where agency_id = $1) as reminders,
            (select count(*)::int from legal_impact.assessment where agency_id = $1) as assessments`,
    [desk.office.agency.id],
  );
  expect(rows).toEqual([{ tasks: 0, notices: 0, reminders: 0, assessments: 0 }]);
});

it('OF-04: lines of the first list are concluded together, once, with the reason', async () => {
  await scan();
  const ids = (await lines()).map(({ id }) => id);
  const conclude = (): Promise<unknown> =>
    desk.office.by.secretary.post('/first-reviews/conclusion', {
      ids,
      outcome: 'not-needed',
      note: 'Nội dung viện dẫn không đổi',
    });

  await conclude();

  expect(await lines()).toEqual([]);
  expect(await refusalOf(conclude())).toBe('legal-impact.first-review-not-found');
});
