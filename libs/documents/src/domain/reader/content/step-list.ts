import { tidyLine } from '@app/kernel';
import { findDurations } from './durations';
import { bareNumber, type FlowLine } from './flow';
import { type Outline, partsOf } from './sections';
import { type FoundStep, timeAsWritten } from './step-table';

const STEP = /^(?:[-+*•]\s*)?(?:bước|b)\s*(?<no>\d{1,2}(?:\.\d{1,2})?)\s*[.:)–-]*\s*(?<name>.*)$/iu;
const RESPONSIBLE =
  /(?:^|[.;,(]\s*)(?:trách\s+nhiệm|người\s+thực\s+hiện|đơn\s+vị\s+thực\s+hiện|bộ\s+phận\s+thực\s+hiện|cán\s+bộ\s+thực\s+hiện|thực\s+hiện)\s*:\s*(?<who>[^.;\n)]{3,120})/imu;
const TIME =
  /(?:thời\s+(?:gian|hạn)(?:\s+(?:thực\s+hiện|giải\s+quyết|xử\s+lý))?)\s*:?\s*(?<time>[^.;\n)]{1,80}(?:[.,]\d[^.;\n)]{0,40})?)/iu;

interface LineGroup {
  readonly no: string;
  readonly name: string;
  readonly line: FlowLine;
  readonly below: string[];
}

/** Steps of offices that write them as paragraphs: `Bước 1: Tiếp nhận hồ sơ`, with who and how long below or beside. */
export function stepsInLines(outline: Outline): FoundStep[] {
  const lines = partsOf(outline, 'steps', 'content').flatMap(({ items }) =>
    items.filter((item): item is FlowLine => item.kind === 'line'),
  );
  const groups: LineGroup[] = [];
  for (const line of lines) {
    const groupsOfLine = STEP.exec(
      tidyLine(line.label === null ? line.text : `${line.label} ${line.text}`),
    )?.groups;
    if (groupsOfLine)
      groups.push({
        no: bareNumber(groupsOfLine['no'] ?? ''),
        name: groupsOfLine['name'] ?? '',
        line,
        below: [],
      });
    else groups.at(-1)?.below.push(tidyLine(line.text));
  }
  return groups.length < 2 ? [] : groups.map(stepOf);
}

function stepOf({ no, name, line, below }: LineGroup): FoundStep {
  const all = [name, ...below].join('\n');
  const who = RESPONSIBLE.exec(all)?.groups?.['who'];
  const written = tidyLine(TIME.exec(all)?.groups?.['time'] ?? inBrackets(name));
  const own = name === '' ? (below.find((text) => !RESPONSIBLE.test(text) && !TIME.test(text)) ?? '') : name;
  return {
    no,
    name: tidyName(own),
    responsible: who === undefined ? null : tidyLine(who),
    ...timeAsWritten(written === '' ? null : written, null),
    result: null,
    place: line.place,
    isSubRow: false,
  };
}

/** `Tiếp nhận hồ sơ (0,5 ngày)` */
function inBrackets(name: string): string {
  const last = /\(([^()]{1,60})\)[\s.;]*$/u.exec(name)?.[1] ?? '';
  return findDurations(last).length > 0 ? last : '';
}

/** The name alone: who and how long have fields of their own. */
function tidyName(name: string): string {
  const cut = [RESPONSIBLE, TIME]
    .map((pattern) => pattern.exec(name)?.index ?? -1)
    .filter((index) => index > 0);
  const bare =
    cut.length > 0 ? name.slice(0, Math.min(...cut)) : name.slice(0, name.length - bracketsLength(name));
  return bare.replace(/[\s.;:,(–-]+$/u, '');
}

function bracketsLength(name: string): number {
  return inBrackets(name) === '' ? 0 : name.length - name.lastIndexOf('(');
}
