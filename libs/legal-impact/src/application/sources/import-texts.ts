import { type Actor, DomainError } from '@app/kernel';
import {
  type ImportLine,
  type LegalTextFields,
  LegalRegisterFacade,
  type RelationFields,
} from '@app/legal-register';
import { UnitOfWork, type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { RecordText } from '../record-text';

export type LineState = 'ready' | 'known' | 'faulty' | 'recorded';

/** What becomes, or became, of one line of a list. */
export interface LineOutcome {
  line: number;
  numberSymbol: string;
  title: string;
  state: LineState;
  faults: readonly { column: string; code: string }[];
  textId: string | null;
  changeId: string | null;
}

/** A list of texts: looked at first, then the right lines taken in; taken in again it changes nothing. */
@Injectable()
export class ImportTexts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly register: LegalRegisterFacade,
    private readonly recordText: RecordText,
  ) {}

  preview(actor: Actor, lines: readonly ImportLine[]): Promise<LineOutcome[]> {
    return this.unitOfWork.read(actor, async (tx) => {
      const known = await this.#known(tx, lines);
      return lines.map((line, index) => outcomeOf(line, known[index] ?? null));
    });
  }

  /** The older texts first: what replaces them finds them. */
  record(actor: Actor, lines: readonly ImportLine[]): Promise<LineOutcome[]> {
    return this.unitOfWork.write(actor, null, async (tx) => {
      const outcomes: LineOutcome[] = [];
      for (const line of [...lines].sort(byDay)) outcomes.push(await this.#take(tx, line));
      return outcomes.sort((left, right) => left.line - right.line);
    });
  }

  async #take(tx: WriteTransaction, line: ImportLine): Promise<LineOutcome> {
    const [known = null] = await this.#known(tx, [line]);
    const outcome = outcomeOf(line, known);
    if (line.fields === null || outcome.state !== 'ready') return outcome;
    try {
      const recorded = await this.recordText.within(tx, await this.#linked(tx, line.fields));
      return { ...outcome, ...recorded, state: 'recorded' };
    } catch (error) {
      // Refusals come before anything is written: the other lines are not touched by them.
      if (!(error instanceof DomainError) || error.kind === 'unavailable') throw error;
      return { ...outcome, state: 'faulty', faults: faultsIn(error) };
    }
  }

  /** What the register holds already, whoever entered it, is not entered again. */
  async #known(tx: ReadTransaction, lines: readonly ImportLine[]): Promise<(string | null)[]> {
    const asked = lines.flatMap(({ fields }) => (fields === null ? [] : [fields]));
    const { citations } = await this.register.resolve(tx, asked, []);
    const found = citations.values();
    return lines.map(({ fields }) => (fields === null ? null : (found.next().value?.textId ?? null)));
  }

  /** Relations to texts that the register has; the others wait for theirs. */
  async #linked(tx: ReadTransaction, fields: NonNullable<ImportLine['fields']>): Promise<LegalTextFields> {
    const { citations } = await this.register.resolve(tx, fields.awaited, []);
    const relations = fields.awaited.flatMap(
      ({ numberSymbol: _n, issuer: _i, issuedOn: _d, ...act }, index) => {
        const target = citations[index];
        return target == null ? [] : [{ ...act, targetId: target.textId } satisfies RelationFields];
      },
    );
    return { ...fields, relations, awaited: fields.awaited.filter((_, index) => citations[index] == null) };
  }
}

function outcomeOf({ line, shown, fields, faults }: ImportLine, known: string | null): LineOutcome {
  const state = fields === null ? 'faulty' : known === null ? 'ready' : 'known';
  return { line, ...shown, state, faults, textId: known, changeId: null };
}

function faultsIn({ code, fields }: DomainError): LineOutcome['faults'] {
  return fields.length === 0
    ? [{ column: '', code }]
    : fields.map((fault) => ({ column: fault.field, code: fault.code }));
}

function byDay(left: ImportLine, right: ImportLine): number {
  const [first, second] = [left.fields?.issuedOn ?? '', right.fields?.issuedOn ?? ''];
  return first < second ? -1 : first > second ? 1 : left.line - right.line;
}
