import { Select } from 'antd';
import { type ReactElement } from 'react';
import { useText } from '~/app/preferences';
import { CHANGE_CLASSES, type DocumentFilters, KINDS } from '~/app/routes/search';

interface FilterFieldsProps {
  filters: DocumentFilters;
  choose: (change: DocumentFilters) => void;
  /** Drafts have no year of effect. */
  withYear?: boolean;
}

const YEARS_SHOWN = 12;

function years(): string[] {
  const now = new Date().getFullYear() + 1;
  return Array.from({ length: YEARS_SHOWN }, (_, back) => String(now - back));
}

/** Kind, year and class of change: one row of choices over a list. */
export function DocumentFilterFields({ filters, choose, withYear = true }: FilterFieldsProps): ReactElement {
  const { search, documents } = useText();
  return (
    <>
      <Select
        allowClear
        className="filter-select"
        aria-label={documents.kind}
        placeholder={search.anyKind}
        value={filters.kind}
        onChange={(kind: DocumentFilters['kind']) => choose({ kind })}
        options={KINDS.map((kind) => ({ value: kind, label: documents.kinds[kind] }))}
      />
      {withYear ? (
        <Select
          allowClear
          className="filter-select"
          aria-label={search.year}
          placeholder={search.anyYear}
          value={filters.year}
          onChange={(year: string | undefined) => choose({ year })}
          options={years().map((year) => ({ value: year, label: year }))}
        />
      ) : null}
      <Select
        allowClear
        className="filter-select"
        aria-label={search.changeClass}
        placeholder={search.anyChange}
        value={filters.change}
        onChange={(change: DocumentFilters['change']) => choose({ change })}
        options={CHANGE_CLASSES.map((each) => ({ value: each, label: search.changeClasses[each] }))}
      />
    </>
  );
}
