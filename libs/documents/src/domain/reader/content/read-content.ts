import { type ExtractedDocument } from '@app/kernel';
import { type ProcedureCase, type ProcedureContent } from '../../content';
import { bounded } from './bounded';
import { flowOf, type FlowItem, tidyPlace } from './flow';
import { readAmendments, readDossier, readFee, readForms, readRecords } from './lists';
import { limitsByCase, readLimits, type TextLimit } from './limits';
import { type Outline, outlineOf, sectionsOf } from './sections';
import { stepsInLines } from './step-list';
import { caseName, casesOfTable, type FoundCase } from './step-table';
import { type ReadTable, tablesOf } from './tables';

/** What was read, with the places and the doubts that the checks look at. */
export interface ReadContent {
  readonly content: ProcedureContent;
  readonly cases: readonly FoundCase[];
  /** Per case: what the text sets, beside what the header of its column says. */
  readonly textLimits: readonly (TextLimit | null)[];
  readonly limits: readonly TextLimit[];
  readonly outline: Outline;
  readonly items: readonly FlowItem[];
}

/** Reads what a procedure says: pure rules over its paragraphs and tables, the same for Word, PDF and text. */
export function readContent(document: ExtractedDocument): ReadContent {
  const items = flowOf(document);
  const outline = outlineOf(items);
  const limits = readLimits(outline);
  const cases = casesOf(items, outline, limits);
  const textLimits = limitsByCase(
    cases.map(({ name }) => name),
    limits,
  );
  const content: ProcedureContent = {
    sections: sectionsOf(outline),
    cases: cases.map((found, index) => procedureCase(found, textLimits[index] ?? null)),
    fee: readFee(outline),
    dossier: readDossier(outline),
    forms: readForms(items, outline),
    records: readRecords(items, outline),
    amendments: readAmendments(items),
  };
  return { content: bounded(content), cases, textLimits, limits, outline, items };
}

function casesOf(items: readonly FlowItem[], outline: Outline, limits: readonly TextLimit[]): FoundCase[] {
  const tables = tablesOf(items, 'steps').filter(({ rows }) => rows.length > 0);
  const found = tables
    .flatMap((table) => casesOfTable(table).map((one) => named(one, table, tables.length > 1)))
    .filter(({ steps }) => steps.length > 0);
  if (found.length > 0) return found;
  const steps = stepsInLines(outline);
  const place = steps[0]?.place ?? null;
  return steps.length > 0 || limits.length > 0 ? [{ name: '', limit: null, steps, place }] : [];
}

/** With several tables the line above each names its case. */
function named(found: FoundCase, { above }: ReadTable, isOneOfMany: boolean): FoundCase {
  if (!isOneOfMany || above === null || above.text.length > 160) return found;
  const name = [caseName(tidyPlace(above.text)), found.name].filter((part) => part !== '').join(', ');
  return { ...found, name };
}

function procedureCase({ name, limit, steps }: FoundCase, text: TextLimit | null): ProcedureCase {
  return {
    name,
    limit: limit ?? text?.duration ?? null,
    limitFrom: text?.from ?? null,
    steps: steps.map(({ no, name: step, responsible, duration, durationFrom, timeAsWritten, result }) => ({
      no,
      name: step,
      responsible,
      duration,
      durationFrom: durationFrom ?? null,
      timeAsWritten: timeAsWritten ?? null,
      result: result ?? null,
    })),
  };
}
