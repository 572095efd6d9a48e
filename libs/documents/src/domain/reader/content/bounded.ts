import { type ProcedureCase, type ProcedureContent } from '../../content';

/** As long as the editor takes them; a garbled file may give a whole book as one heading. */
const LIST = 300;

/** What was read, cut to what can be edited and kept; the file itself has everything. */
export function bounded(content: ProcedureContent): ProcedureContent {
  return {
    sections: content.sections.slice(0, LIST).map(({ number, heading, text }) => ({
      number: cut(number, 20),
      heading: cut(heading, 500),
      text: cut(text, 20_000),
    })),
    cases: content.cases.slice(0, 30).map(boundedCase),
    fee: cut(content.fee, 20_000),
    dossier: content.dossier.slice(0, LIST).map((paper) => cut(paper, 5_000)),
    forms: content.forms
      .slice(0, LIST)
      .map(({ code, name }) => ({ code: cut(code, 100), name: cut(name, 1_000) })),
    records: content.records.slice(0, LIST).map(({ name, place, retention }) => ({
      name: cut(name, 1_000),
      place: cut(place, 1_000),
      retention: cut(retention, 500),
    })),
    amendments: content.amendments.slice(0, 200).map((line) => ({
      ...line,
      summary: cut(line.summary, 5_000),
      basis: cut(line.basis, 2_000),
      place: cut(line.place, 500),
    })),
  };
}

function boundedCase({ name, limit, limitFrom, steps }: ProcedureCase): ProcedureCase {
  return {
    name: cut(name, 500),
    limit,
    limitFrom: cut(limitFrom, 1_000),
    steps: steps.slice(0, 200).map((step) => ({
      ...step,
      no: cut(step.no, 20),
      name: cut(step.name, 5_000),
      responsible: cut(step.responsible, 1_000),
      durationFrom: cut(step.durationFrom ?? null, 500),
      timeAsWritten: cut(step.timeAsWritten ?? null, 500),
      result: cut(step.result ?? null, 1_000),
    })),
  };
}

function cut<Text extends string | null>(text: Text, length: number): Text {
  return (text === null ? null : text.slice(0, length)) as Text;
}
