import { Alert } from 'antd';
import { type ReactElement } from 'react';
import { type ImportDetail } from '~/api/types';
import { useText } from '~/app/preferences';
import { DownloadButton } from '~/ui/download';
import { Chip, type Tone } from '~/ui/state-chip';

const TONES: Record<'error' | 'warning' | 'information', Tone> = {
  error: 'red',
  warning: 'amber',
  information: 'grey',
};

function Repeated({ batch }: { batch: ImportDetail }): ReactElement | null {
  const words = useText().imports;
  const codes = batch.repeatedCodes;
  if (codes.length === 0) return null;
  const files = codes.reduce((sum, each) => sum + each.files.length, 0);
  return (
    <details className="summary-codes">
      <summary>{words.repeated(codes.length, files)}</summary>
      <ul>
        {codes.map((each) => (
          <li key={each.code}>
            <strong>{each.code}</strong> ({each.sameSeries ? words.sameSeries : words.otherSeries}):{' '}
            {each.files
              .map(({ series, title, fileName }) => `${series ?? words.noSeries} – ${title ?? fileName}`)
              .join('; ')}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Archives({ batch }: { batch: ImportDetail }): ReactElement {
  const words = useText().imports;
  return (
    <>
      {batch.archives.map(({ id, fileName, state, problem, leftOut }) => {
        if (state === 'received')
          return <Alert key={id} type="info" showIcon title={words.archive(fileName)} />;
        if (problem !== null)
          return <Alert key={id} type="error" showIcon title={`${fileName}: ${problem}`} />;
        if (leftOut.length === 0) return null;
        const title = words.archiveLeft(fileName, leftOut.length);
        return (
          <Alert key={id} type="info" showIcon title={title} description={leftOut.slice(0, 10).join(', ')} />
        );
      })}
    </>
  );
}

/** "Kết quả rà soát": what is wrong in the batch, counted by file. */
export function ImportSummary({ batch }: { batch: ImportDetail }): ReactElement {
  const text = useText();
  const words = text.imports;
  const { counts } = batch;
  const total = batch.total - counts.skipped - counts.refused;
  return (
    <section className="panel panel-pad gap-below import-summary" aria-label={words.summary}>
      <div className="summary-head">
        <h2>{words.summary}</h2>
        {batch.total === 0 ? null : (
          <DownloadButton
            path={`/imports/${batch.id}/findings.xlsx`}
            name="ket-qua-ra-soat.xlsx"
            label={words.export}
          />
        )}
      </div>
      {counts.reading > 0 ? <p role="status">{words.reading(counts.reading)}</p> : null}
      <Archives batch={batch} />
      <p className="summary-counts">
        {(['clean', 'warned', 'blocked', 'refused', 'skipped', 'accepted'] as const)
          .filter((status) => counts[status] > 0)
          .map((status) => `${words.statuses[status]}: ${String(counts[status])}`)
          .join(' · ')}
      </p>
      {batch.groups.length === 0 ? (
        <p className="quiet">{words.summaryEmpty}</p>
      ) : (
        <ul className="summary-list">
          {batch.groups.map((group) => (
            <li key={group.key}>
              <Chip tone={TONES[group.level]}>{text.common.level[group.level]}</Chip>
              <span>{group.label}</span>
              <strong>{words.summaryFiles(group.files, total)}</strong>
            </li>
          ))}
        </ul>
      )}
      <Repeated batch={batch} />
    </section>
  );
}
