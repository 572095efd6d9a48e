import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactElement, useDeferredValue, useState } from 'react';
import { useText } from '~/app/preferences';
import { useOpens } from '~/session/me';
import { Icon } from '~/ui/icon';
import { Marked } from '~/ui/marked';
import { NativeDialog } from '~/ui/native-dialog';
import { ProblemNotice } from '~/ui/problem-notice';
import { useGo } from '~/ui/use-go';
import { findAll, type Hit } from './search-hits';

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
      <span className="hit-title">
        <Marked text={hit.title} marks={hit.marks} />
      </span>
      <span className="hit-note">
        {hit.group} · {hit.note}
      </span>
      {hit.passage === null ? null : (
        <span className="hit-passage">
          <Marked text={hit.passage.text} marks={hit.passage.marks} />
        </span>
      )}
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
  const hits = words.length > 1 ? (found.data?.hits ?? []) : [];
  const all = `/search?q=${encodeURIComponent(words)}`;
  const open = (address: string): void => {
    close();
    go(address);
  };
  const choose = (hit: Hit | undefined): void => {
    if (hit !== undefined) open(hit.to);
    else if (words.length > 1) open(all);
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
      <SearchStatus
        words={words}
        waiting={found.isFetching}
        count={hits.length}
        near={found.data?.near === true}
      />
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
      {words.length > 1 ? (
        <button type="button" className="search-all" onClick={() => open(all)}>
          {text.search.all}
        </button>
      ) : null}
    </>
  );
}

interface SearchStatusProps {
  words: string;
  waiting: boolean;
  count: number;
  near: boolean;
}

function SearchStatus({ words, waiting, count, near }: SearchStatusProps): ReactElement {
  const text = useText();
  const message = (): string => {
    if (words.length < 2) return text.shell.searchHint;
    if (waiting && count === 0) return text.common.loading;
    if (count === 0) return text.shell.searchNothing(words);
    return near ? text.search.near(words) : text.shell.searchResults(count);
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
