import { type Actor, type LocalDate, SystemClock, UuidV7Ids } from '@app/kernel';
import { type LegalTextFields, LegalRegisterFacade, type RecordingScope } from '@app/legal-register';

import { Duplicates } from '../../../libs/legal-register/src/application/duplicates';
import { KeepLegalText, RegisterShelf } from '../../../libs/legal-register/src/application/keep-legal-text';
import {
  RecordLegalText,
  RelationRules,
} from '../../../libs/legal-register/src/application/record-legal-text';
import { LegalTextsRepository } from '../../../libs/legal-register/src/persistence/legal-texts.repository';
import { RelationsRepository } from '../../../libs/legal-register/src/persistence/relations.repository';
import { ResolutionQuery } from '../../../libs/legal-register/src/persistence/resolution.query';
import { StoredTextsQuery } from '../../../libs/legal-register/src/persistence/stored-texts.query';
import { type World } from '../../support';

export const FOR_ALL: RecordingScope = { audience: 'vn', isConfirmed: true };

/** The register as one person uses it, with a number that no other spec uses. */
export class Register {
  readonly facade: LegalRegisterFacade;
  readonly keeping: KeepLegalText;
  readonly duplicates: Duplicates;
  readonly stored = new StoredTextsQuery();
  #serial = Date.now() % 1_000_000;

  constructor(private readonly world: World) {
    const clock = new SystemClock();
    const relations = new RelationsRepository();
    const texts = new LegalTextsRepository(relations);
    const rules = new RelationRules(texts);
    const recording = new RecordLegalText(texts, rules, new UuidV7Ids(), clock);
    this.facade = new LegalRegisterFacade(recording, texts, new ResolutionQuery(), clock);
    this.keeping = new KeepLegalText(new RegisterShelf(texts, relations, this.stored), rules, clock);
    this.duplicates = new Duplicates(this.stored);
  }

  aText(changes: Partial<LegalTextFields> = {}): LegalTextFields {
    this.#serial += 1;
    return {
      kind: 'Nghị định',
      numberSymbol: `${String(this.#serial)}/2015/NĐ-CP`,
      issuer: 'Chính phủ',
      issuedOn: '2015-11-15',
      effectiveOn: '2016-01-01',
      title: 'Nghị định thử',
      aliases: [],
      relations: [],
      ...changes,
    };
  }

  record(actor: Actor, fields: LegalTextFields, scope: RecordingScope = FOR_ALL): Promise<string> {
    return this.world.unitOfWork.write(
      actor,
      null,
      async (tx) => (await this.facade.record(tx, fields, scope)).id,
    );
  }

  async status(actor: Actor, id: string, day: string): Promise<string | undefined> {
    const found = await this.world.unitOfWork.read(actor, (tx) =>
      this.facade.statusOn(tx, [id], day as LocalDate),
    );
    return found.get(id);
  }

  async rowVersion(actor: Actor, id: string): Promise<number> {
    return (await this.world.unitOfWork.read(actor, (tx) => this.stored.get(tx, id))).rowVersion;
  }

  async correct(actor: Actor, id: string, fields: LegalTextFields): Promise<void> {
    const rowVersion = await this.rowVersion(actor, id);
    await this.world.unitOfWork.write(actor, null, (tx) =>
      this.keeping.correct(tx, { id, rowVersion }, fields),
    );
  }

  async withdraw(actor: Actor, id: string): Promise<void> {
    const rowVersion = await this.rowVersion(actor, id);
    await this.world.unitOfWork.write(actor, null, (tx) =>
      this.keeping.withdraw(tx, { id, rowVersion }, 'Ghi nhầm'),
    );
  }

  async merge(actor: Actor, id: string, intoId: string): Promise<void> {
    const rowVersion = await this.rowVersion(actor, id);
    await this.world.unitOfWork.write(actor, null, (tx) =>
      this.keeping.merge(tx, { id, rowVersion }, { intoId, reason: 'Cùng một văn bản' }),
    );
  }

  async find(
    actor: Actor,
    numberSymbol: string,
    { issuer = null, issuedOn = null }: { issuer?: string | null; issuedOn?: string | null } = {},
  ): Promise<string | null> {
    const { citations } = await this.world.unitOfWork.read(actor, (tx) =>
      this.facade.resolve(tx, [{ numberSymbol, issuer, issuedOn }], []),
    );
    return citations[0]?.textId ?? null;
  }
}
