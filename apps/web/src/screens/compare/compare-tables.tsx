import { type ReactElement } from 'react';
import { type CaseDifference, type ComparisonView, type StepDifference } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';

type Cover = ComparisonView['cover'][number];

function worded({ field }: Cover, value: string | null, { documents, drafting }: Dictionary): string {
  if (value === null) return '—';
  if (field === 'kind') return documents.kinds[value as keyof typeof documents.kinds];
  if (field === 'change-class')
    return drafting.reading.classes[value as keyof typeof drafting.reading.classes];
  return value;
}

/** What stands on both covers; what differs is marked, hashes prove the files. */
export function CoverTable({ comparison }: { comparison: ComparisonView }): ReactElement {
  const text = useText();
  const { versions, documentPage } = text;
  const { left, right, cover } = comparison;
  return (
    <div className="wide-table">
      <table className="plain-table" aria-label={versions.cover}>
        <thead>
          <tr>
            <th scope="col">{versions.field}</th>
            <th scope="col">{documentPage.edition(left.issue, left.revision)}</th>
            <th scope="col">{documentPage.edition(right.issue, right.revision)}</th>
          </tr>
        </thead>
        <tbody>
          {cover.map((line) => {
            const look = line.field.endsWith('hash') ? 'compare-hash' : '';
            return (
              <tr key={line.field}>
                <th scope="row">{versions.coverFields[line.field]}</th>
                <td className={look}>
                  {line.changed ? <del>{worded(line, line.left, text)}</del> : worded(line, line.left, text)}
                </td>
                <td className={look}>
                  {line.changed ? (
                    <ins>{worded(line, line.right, text)}</ins>
                  ) : (
                    worded(line, line.right, text)
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const CELLS = ['no', 'name', 'responsible', 'duration'] as const;

function lookOf({ left, right, changed }: StepDifference, cell: (typeof CELLS)[number]): string {
  if (left === null) return 'compare-cell-added';
  if (right === null) return 'compare-cell-removed';
  return changed.includes(cell) ? 'compare-cell-changed' : '';
}

function StepRow({ pair }: { pair: StepDifference }): ReactElement {
  const { versions } = useText();
  const { left, right, changed } = pair;
  const word =
    left === null
      ? versions.added
      : right === null
        ? versions.removed
        : changed.length > 0
          ? versions.changedCells
          : '';
  return (
    <tr>
      <td>{word}</td>
      {[left, right].map((step, side) =>
        CELLS.map((cell) => (
          <td key={`${String(side)}${cell}`} className={lookOf(pair, cell)}>
            {step?.[cell] ?? ''}
          </td>
        )),
      )}
    </tr>
  );
}

/** Nothing is said of a limit that neither side states. */
function Limit({ held }: { held: CaseDifference }): ReactElement | null {
  const { versions } = useText();
  const { leftLimit, rightLimit, limitChanged } = held;
  if (leftLimit === null && rightLimit === null) return null;
  return (
    <p className="gap-below">
      {versions.limit}:{' '}
      <span className={limitChanged ? 'compare-cell-changed' : 'quiet'}>
        {limitChanged ? `${leftLimit ?? '—'} → ${rightLimit ?? '—'}` : leftLimit}
      </span>
    </p>
  );
}

function CaseTable({ held }: { held: CaseDifference }): ReactElement {
  const { versions } = useText();
  const headings = [versions.step, versions.stepName, versions.responsible, versions.duration];
  const name = held.name === '' ? versions.oneCase : held.name;
  return (
    <>
      <h3>{name}</h3>
      <Limit held={held} />
      <div className="wide-table gap-below">
        <table className="plain-table" aria-label={name}>
          <thead>
            <tr>
              <th scope="col" rowSpan={2} aria-label={versions.changedCells} />
              {[versions.left, versions.right].map((side) => (
                <th key={side} scope="colgroup" colSpan={headings.length}>
                  {side}
                </th>
              ))}
            </tr>
            <tr>
              {[versions.left, versions.right].map((side) =>
                headings.map((heading) => (
                  <th key={side + heading} scope="col">
                    {heading}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {held.steps.map((pair) => (
              <StepRow
                key={`${pair.left?.no ?? ''}-${pair.right?.no ?? ''}-${pair.left?.name ?? ''}`}
                pair={pair}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The step tables case by case; a step that changed shows which of its cells. */
export function StepTables({ cases }: { cases: readonly CaseDifference[] }): ReactElement {
  const { versions } = useText();
  if (cases.length === 0) return <p className="quiet">{versions.noSteps}</p>;
  return (
    <>
      {cases.map((held) => (
        <CaseTable key={held.name} held={held} />
      ))}
    </>
  );
}
