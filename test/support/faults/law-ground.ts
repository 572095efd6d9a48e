import { systemActor } from '@app/kernel';
import { LegalImpactFacade } from '@app/legal-impact';

import { aDocument } from '../../medium/legal-impact/office';
import { audit } from '../../faults/auditor/audit.mts';
import { type Violation } from '../../faults/auditor/evidence.mts';
import { eventually, ownDatabase, SmtpSink, type TestAgency, World } from '..';
import { anOffice, type Office, type RunningApi, sharedEnvironment, startApi } from '../staging';

interface Recorded {
  id: string;
  changeId: string | null;
}

/** What the recorder of a text may leave as it is. */
interface TextFields {
  numberSymbol?: string;
  kind?: string;
  issuer?: string;
  issuedOn?: string;
  effectiveOn?: string;
  relations?: readonly { kind: string; targetId: string; partly: boolean }[];
}

/** A province over HTTP whose communes keep documents that cite changing law; mails go to a sink. */
export class LawGround {
  readonly sink = new SmtpSink();
  #serial = 0;

  private constructor(
    readonly world: World,
    readonly api: RunningApi,
    readonly environment: Record<string, string>,
    private readonly people: { office: Office; communes: readonly TestAgency[] },
  ) {}

  get office(): Office {
    return this.people.office;
  }

  get communes(): readonly TestAgency[] {
    return this.people.communes;
  }

  static async open(label: string, { communes = 3, environment = {} } = {}): Promise<LawGround> {
    const database = await ownDatabase(label);
    const world = await World.open(database);
    const settings = sharedEnvironment(database, {
      ISO_QUEUE_LOCK_SECONDS: '1',
      ISO_QUEUE_REQUEUE_SECONDS: '3',
      ...environment,
    });
    const api = await startApi(settings);
    const installation = await world.installation();
    await world.unitOfWork.write(systemActor(installation.id, 'spec', installation.path), null, (tx) =>
      api.app.get(LegalImpactFacade, { strict: false }).seedRules(tx),
    );
    const province = await world.province();
    const office = await anOffice(world, api, province);
    const offices: TestAgency[] = [];
    for (let index = 0; index < communes; index += 1) {
      const commune = await world.commune(province);
      await world.person(commune, { roles: ['secretary'] });
      offices.push(commune);
    }
    const ground = new LawGround(world, api, settings, { office, communes: offices });
    ground.environment['ISO_SMTP_URL'] = await ground.sink.listen();
    await ground.#makeWorkingDay(province);
    return ground;
  }

  /** Today is worked, whatever day of the week a test happens to run on. */
  async #makeWorkingDay({ id, path }: TestAgency): Promise<void> {
    await this.world.owner.query(
      `insert into organization.calendar_day (steward_agency_id, audience, day, kind, name, legal_basis)
       values ($1, $2, app.today(), 'working', 'Ngày làm việc', 'spec')`,
      [id, path],
    );
  }

  async text({ numberSymbol, relations = [], ...fields }: TextFields = {}): Promise<
    Recorded & { numberSymbol: string }
  > {
    this.#serial += 1;
    const symbol = numberSymbol ?? `${String(this.#serial)}/${String(Date.now()).slice(-6)}/NĐ-CP`;
    const recorded = await this.office.by['province-admin'].post<Recorded>('/legal-texts', {
      kind: 'Nghị định',
      numberSymbol: symbol,
      issuer: 'Chính phủ',
      issuedOn: '2015-01-02',
      effectiveOn: '2015-03-01',
      title: `Nghị định ${symbol}`,
      aliases: [],
      ...fields,
      relations,
    });
    return { ...recorded, numberSymbol: symbol };
  }

  /** A document per commune that cites this text. */
  async cited(numberSymbol: string, communes = this.communes): Promise<void> {
    for (const commune of communes) await aDocument(this.world, commune, { cites: [{ numberSymbol }] });
  }

  /** A document that cites the text of this number and this day. */
  async citedAs(commune: TestAgency, numberSymbol: string, issuedOn: string): Promise<void> {
    await aDocument(this.world, commune, { cites: [{ numberSymbol, issuedOn }] });
  }

  async withdraw(changeId: string | null): Promise<void> {
    await this.office.by['province-admin'].post(`/legal-changes/${changeId!}/withdrawal`, {
      reason: 'Ghi nhận nhầm văn bản',
    });
  }

  /** Open tasks for documents that cite this number. */
  openTasks(numberSymbol: string): Promise<number> {
    return this.count(
      `work.item i where i.closed_at is null and i.kind = 'revise' and not i.following
         and exists (select from legal_impact.assessment a
           join documents.citation c on c.agency_id = a.agency_id and c.version_id = a.version_id
          where a.agency_id = i.agency_id and a.id = i.subject_id and c.number_symbol = $1)`,
      [numberSymbol],
    );
  }

  confirm(changeId: string | null, deadlineOn?: string): Promise<unknown> {
    return this.office.by['province-admin'].post(
      `/legal-changes/${changeId!}/confirmation`,
      deadlineOn === undefined ? {} : { deadlineOn },
    );
  }

  /** A text that each commune cites is replaced, and the change is confirmed. @returns the change */
  async change(deadlineOn?: string): Promise<string> {
    const old = await this.text();
    await this.cited(old.numberSymbol);
    const { changeId } = await this.text({
      issuedOn: '2026-10-01',
      effectiveOn: '2026-10-01',
      relations: [{ kind: 'replaces', targetId: old.id, partly: false }],
    });
    await this.confirm(changeId, deadlineOn);
    return changeId!;
  }

  /** A fact of any kind, as a slice would announce it. @returns its id */
  async announce(name: string, payload: unknown): Promise<string> {
    const id = crypto.randomUUID();
    await this.world.owner.query(
      `insert into platform.outbox_message (agency_id, id, name, payload, correlation_id) values ($1, $2, $3, $4, 'spec')`,
      [this.communes[0]!.id, id, name, JSON.stringify(payload)],
    );
    return id;
  }

  async count(sql: string, values: readonly unknown[] = []): Promise<number> {
    const { rows } = await this.world.owner.query<{ n: number }>(`select count(*)::int as n from ${sql}`, [
      ...values,
    ]);
    return rows[0]?.n ?? 0;
  }

  /** Waits until no message is under way. @returns how long it took, in ms */
  async settled(within = 60_000): Promise<number> {
    const began = performance.now();
    await eventually(
      async () => {
        const { rows } = await this.world.owner.query<{ left: string }>(
          `select format('%s is %s (%s tries, handled by %s)', m.name, m.state, m.attempts, (select string_agg(i.consumer, ' ')
             from platform.inbox_message i where i.agency_id = m.agency_id and i.message_id = m.id)) as left
             from platform.outbox_message m where m.state in ('pending', 'dispatched')`,
        );
        if (rows.length > 0) throw new Error(rows.map(({ left }) => left).join('\n'));
        return true;
      },
      { within, every: 100 },
    );
    return performance.now() - began;
  }

  /** Waits until no mail is under way. */
  async mailed(within = 60_000): Promise<void> {
    await eventually(
      async () =>
        (await this.count(
          "notifications.dispatch where state in ('planned', 'sending') or (state = 'uncertain' and unsure_tries < 2)",
        )) === 0 &&
        (await this.count("notifications.dispatch_line where state = 'waiting' and urgent")) === 0,
      { within, every: 100 },
    );
  }

  violations(): Promise<Violation[]> {
    return audit(this.world.owner, { quiet: true, mails: this.sink.caught });
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.sink.close();
    await this.world.close();
    await this.world.database.drop();
  }
}
