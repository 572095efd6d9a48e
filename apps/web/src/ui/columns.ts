interface Named {
  key: string;
  main?: boolean;
}

/** Columns in the order that a person chose; a `-` before the name hides one. What is new stands at its own place. */
export function chosenColumns<Column extends Named>(
  columns: readonly Column[],
  kept: readonly string[],
): { shown: Column[]; ordered: Column[] } {
  const names = kept.map((word) => word.replace(/^-/, ''));
  const known = names.flatMap((name) => columns.find(({ key }) => key === name) ?? []);
  const ordered = columns.reduce<Column[]>(
    (all, column, at) => {
      if (!all.includes(column)) all.splice(Math.min(at, all.length), 0, column);
      return all;
    },
    [...new Set(known)],
  );
  return { ordered, shown: ordered.filter(({ key, main }) => main === true || !kept.includes(`-${key}`)) };
}

/** What is kept after a column was hidden, shown or moved. */
export function keptAfter(
  ordered: readonly Named[],
  shown: readonly Named[],
  { key, to }: { key: string; to: 'toggle' | 'up' | 'down' },
): string[] {
  const names = ordered.map((column) => column.key);
  const at = names.indexOf(key);
  const next = to === 'up' ? at - 1 : at + 1;
  if (to !== 'toggle' && next >= 0 && next < names.length) {
    names.splice(at, 1);
    names.splice(next, 0, key);
  }
  const visible = new Set(shown.map((column) => column.key));
  if (to === 'toggle') {
    if (visible.has(key)) visible.delete(key);
    else visible.add(key);
  }
  return names.map((name) => (visible.has(name) ? name : `-${name}`));
}
