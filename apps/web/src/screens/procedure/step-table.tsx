import { type ReactElement } from 'react';
import { type CaseFields, type DurationFields, type StepFields } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/vi';

export function wordDuration(words: Dictionary['procedure'], { value, unit }: DurationFields): string {
  const numeral = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }).format(value);
  return words.units[unit](numeral);
}

function timeOf(words: Dictionary['procedure'], { duration, timeAsWritten }: StepFields): string {
  return duration == null ? (timeAsWritten ?? '') : wordDuration(words, duration);
}

/** The steps of one case, as the paper has them. */
export function StepTable({ shown }: { shown: CaseFields }): ReactElement {
  const words = useText().procedure;
  const hasResults = shown.steps.some(({ result }) => (result ?? null) !== null);
  const limit = shown.limit == null ? words.noLimit : wordDuration(words, shown.limit);
  return (
    <section className="procedure-case">
      {shown.name === '' ? null : <h4>{words.caseOf(shown.name)}</h4>}
      <p>
        {words.limit}: <strong>{limit}</strong>
        {shown.limitFrom == null ? null : <span className="quiet"> {shown.limitFrom}</span>}
      </p>
      <div className="procedure-scroll" tabIndex={0} role="group" aria-label={words.steps}>
        <table className="procedure-table">
          <thead>
            <tr>
              <th scope="col">{words.step}</th>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.responsible}</th>
              <th scope="col">{words.duration}</th>
              {hasResults ? <th scope="col">{words.result}</th> : null}
            </tr>
          </thead>
          <tbody>
            {shown.steps.map((step, index) => (
              <tr key={index}>
                <th scope="row">{step.no}</th>
                <td className="procedure-lines">{step.name}</td>
                <td>{step.responsible}</td>
                <td className="procedure-time">{timeOf(words, step)}</td>
                {hasResults ? <td>{step.result}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
