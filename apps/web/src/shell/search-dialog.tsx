import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactElement, useDeferredValue, useState } from 'react';
import { api, withQuery } from '~/api/client';
import { type Page } from '~/api/page';
import { type DocumentLine, type LegalTextLine } from '~/api/types';
import { useText } from '~/app/preferences';
import { type Dictionary } from '~/i18n/dictionary';
import { useOpens } from '~/session/me';
import { Icon } from '~/ui/icon';
import { NativeDialog } from '~/ui/native-dialog';
import { ProblemNotice } from '~/ui/problem-notice';
import { useGo } from '~/ui/use-go';

interface Hit {
  id: string;
  group: string;
  code: string;
  title: string;
  note: string;
  to: string;
}

interface Allowed {
  documents: boolean;
  drafting: boolean;
  legal: boolean;
}

async function documentHits(
  words: string,
  scope: 'effective' | 'in-progress',
  signal: AbortSignal,
): Promise<DocumentLine[]> {
  return (await api.get<Page<DocumentLine>>(withQuery('/documents', { scope, q: words, limit: 6 }), signal))
    .items;
}

async function legalHits(words: string, signal: AbortSignal): Promise<LegalTextLine[]> {
  return (await api.get<Page<LegalTextLine>>(withQuery('/legal-texts', { q: words, limit: 6 }), signal))
    .items;
}

function documentHit(line: DocumentLine, group: string): Hit {
  return {
    id: line.versionId,
    group,
    code: line.code,
    title: line.title,
    note: line.series,
    to: `/documents/${line.documentId}?version=${line.versionId}`,
  };
}

function legalHit(line: LegalTextLine, group: string): Hit {
  return {
    id: line.id,
    group,
    code: line.numberSymbol,
    title: line.title,
    note: line.issuer,
    to: `/legal-texts/${line.id}`,
  };
}

async function findAll(
  words: string,
  allowed: Allowed,
  text: Dictionary,
  signal: AbortSignal,
): Promise<Hit[]> {
  const [effective, inProgress, legal] = await Promise.all([
    allowed.documents ? documentHits(words, 'effective', signal) : [],
    allowed.drafting ? documentHits(words, 'in-progress', signal) : [],
    allowed.legal ? legalHits(words, signal) : [],
  ]);
  return [
    ...effective.map((line) => documentHit(line, text.shell.searchEffective)),
    ...inProgress.map((line) => documentHit(line, text.shell.searchInProgress)),
    ...legal.map((line) => legalHit(line, text.shell.searchLegal)),
  ];
}

function HitLine({ hit, current, choose }: { hit: Hit; current: boolean; choose: () => void }): ReactElement {
  return (
    <li
      id={`hit-${hit.id}`}
      role="option"
      aria-selected={current}
      className={current ? 'hit hit-current' : 'hit'}
      onMouseDown={choose}
    >
      <span className="hit-code">{hit.code}</span>
      <span className="hit-title">{hit.title}</span>
      <span className="hit-note">
        {hit.group} · {hit.note}
      </span>
    </li>
  );
}

function moved(index: number, by: number, count: number): number {
  return count === 0 ? 0 : (index + by + count) % count;
}

function SearchBody({ close }: { close: () => void }): ReactElement {
  const text = useText();
  const go = useGo();
  const allowed = {
    documents: useOpens('documents'),
    drafting: useOpens('drafting'),
    legal: useOpens('legal'),
  };
  const [typed, setTyped] = useState('');
  const [index, setIndex] = useState(0);
  const words = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['/search', words, allowed],
    queryFn: async ({ signal }) => findAll(words, allowed, text, signal),
    enabled: words.length > 1,
    placeholderData: (previous) => previous,
  });
  const hits = words.length > 1 ? (found.data ?? []) : [];
  const choose = (hit: Hit | undefined): void => {
    if (hit === undefined) return;
    close();
    go(hit.to);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => {
      setIndex(moved(index, 1, hits.length));
    },
    ArrowUp: () => {
      setIndex(moved(index, -1, hits.length));
    },
    Enter: () => {
      choose(hits[index]);
    },
  };
  const onKey = (event: KeyboardEvent): void => {
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <>
      <div className="search-field">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls="search-hits"
          aria-activedescendant={hits[index] === undefined ? undefined : `hit-${hits[index].id}`}
          aria-label={text.shell.search}
          placeholder={text.shell.search}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setIndex(0);
          }}
          onKeyDown={onKey}
        />
        <button type="button" className="top-button" onClick={close} aria-label={text.common.close}>
          <Icon name="close" />
        </button>
      </div>
      {found.error === null ? null : <ProblemNotice error={found.error} retry={() => void found.refetch()} />}
      <SearchStatus words={words} waiting={found.isFetching} count={hits.length} />
      <ul
        id="search-hits"
        role="listbox"
        className="search-hits"
        aria-label={text.shell.searchResults(hits.length)}
      >
        {hits.map((hit, position) => (
          <HitLine
            key={hit.id}
            hit={hit}
            current={position === index}
            choose={() => {
              choose(hit);
            }}
          />
        ))}
      </ul>
    </>
  );
}

function SearchStatus({
  words,
  waiting,
  count,
}: {
  words: string;
  waiting: boolean;
  count: number;
}): ReactElement {
  const text = useText();
  const message = (): string => {
    if (words.length < 2) return text.shell.searchHint;
    if (waiting && count === 0) return text.common.loading;
    return count === 0 ? text.shell.searchNothing(words) : text.shell.searchResults(count);
  };
  return (
    <p className="search-status" aria-live="polite">
      {message()}
    </p>
  );
}

export function SearchDialog({ open, close }: { open: boolean; close: () => void }): ReactElement {
  const text = useText();
  return (
    <NativeDialog open={open} close={close} label={text.shell.search} className="search-dialog">
      <SearchBody close={close} />
    </NativeDialog>
  );
}
