import { type InternalStep } from '~/api/types';

const ORDINAL = /^(?:bước|b)?\s*\d+(?:\.\d+)*[.:)]?$/i;

/** One step a line, its cells parted by tabs or bars; a first cell that only counts is left out. */
export function stepsOf(lines: string): InternalStep[] {
  return lines.split(/\r?\n/).flatMap((line) => {
    const cells = line.split(/\t|\|/).map((cell) => cell.trim());
    const counted = cells.length > 1 && ORDINAL.test(cells[0] ?? '');
    const [name = '', responsible = '', time = ''] = counted ? cells.slice(1) : cells;
    return name === '' ? [] : [{ name, responsible: filled(responsible), time: filled(time) }];
  });
}

function filled(cell: string): string | null {
  return cell === '' ? null : cell;
}
