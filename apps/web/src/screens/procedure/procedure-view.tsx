import { type ReactElement, type ReactNode } from 'react';
import { type RecordLineFields, type ContentFields } from '~/api/types';
import { useText } from '~/app/preferences';
import { StepTable } from './step-table';
import './procedure.css';

function Part({
  title,
  count,
  open = false,
  children,
}: {
  title: string;
  count?: number;
  open?: boolean;
  children: ReactNode;
}): ReactElement {
  return (
    <details className="procedure-part" open={open}>
      <summary>
        {title}
        {count === undefined ? null : <span className="quiet"> ({count})</span>}
      </summary>
      {children}
    </details>
  );
}

function Records({ records }: { records: readonly RecordLineFields[] }): ReactElement {
  const words = useText().procedure;
  return (
    <div className="procedure-scroll" tabIndex={0} role="group" aria-label={words.records}>
      <table className="procedure-table">
        <thead>
          <tr>
            <th scope="col">{words.record}</th>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.retention}</th>
          </tr>
        </thead>
        <tbody>
          {records.map(({ name, place, retention }, index) => (
            <tr key={index}>
              <th scope="row">{name}</th>
              <td>{place}</td>
              <td>{retention}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function isEmptyContent(content: ContentFields): boolean {
  const { sections, cases, forms, records, dossier, amendments } = content;
  return [sections, cases, forms, records, dossier, amendments].every((list) => list.length === 0);
}

/** What a procedure says, field by field, each part folded but the steps. */
export function ProcedureView({ content }: { content: ContentFields }): ReactElement {
  const words = useText().procedure;
  const { sections, cases, forms, records, dossier, amendments, fee } = content;
  return (
    <div className="procedure">
      {cases.length === 0 ? null : (
        <Part title={words.steps} open>
          {cases.map((shown, index) => (
            <StepTable key={index} shown={shown} />
          ))}
        </Part>
      )}
      {dossier.length === 0 ? null : (
        <Part title={words.dossier} count={dossier.length}>
          <ul>
            {dossier.map((paper, index) => (
              <li key={index}>{paper}</li>
            ))}
          </ul>
        </Part>
      )}
      {fee == null ? null : (
        <Part title={words.fee}>
          <p className="procedure-lines">{fee}</p>
        </Part>
      )}
      {forms.length === 0 ? null : (
        <Part title={words.forms} count={forms.length}>
          <ul>
            {forms.map(({ code, name }, index) => (
              <li key={index}>
                {code == null ? null : <strong>{code} </strong>}
                {name}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {records.length === 0 ? null : (
        <Part title={words.records} count={records.length}>
          <Records records={records} />
        </Part>
      )}
      {amendments.length === 0 ? null : (
        <Part title={words.amendments} count={amendments.length}>
          <ul>
            {amendments.map(({ summary, basis }, index) => (
              <li key={index}>
                {[summary, basis].filter((part) => part != null && part !== '').join(' – ')}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {sections.length === 0 ? null : (
        <Part title={words.sections} count={sections.length}>
          {sections.map(({ number, heading, text }, index) => (
            <Part key={index} title={number == null ? heading : `${number}. ${heading}`}>
              <p className="procedure-lines">{text}</p>
            </Part>
          ))}
        </Part>
      )}
    </div>
  );
}
