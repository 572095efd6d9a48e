import { type ReactElement, useEffect, useState } from 'react';
import { useText } from '~/app/preferences';
import { Icon, type IconName } from '~/ui/icon';
import { type PdfControls } from './engine';

interface ToolProps {
  icon: IconName;
  label: string;
  disabled: boolean;
  act: () => void;
}

function Tool({ icon, label, disabled, act }: ToolProps): ReactElement {
  return (
    <button
      type="button"
      className="pdf-tool"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={act}
    >
      <Icon name={icon} size={17} />
    </button>
  );
}

interface PageBoxProps {
  page: number;
  pages: number;
  goTo: (page: number) => void;
}

function PageBox({ page, pages, goTo }: PageBoxProps): ReactElement {
  const text = useText();
  const [typed, setTyped] = useState(String(page));
  useEffect(() => setTyped(String(page)), [page]);
  const leave = (): void => {
    const wanted = Number.parseInt(typed, 10);
    if (Number.isNaN(wanted)) setTyped(String(page));
    else goTo(wanted);
  };
  return (
    <span className="pdf-page">
      <input
        inputMode="numeric"
        aria-label={text.pdf.page}
        value={typed}
        disabled={pages === 0}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leave();
        }}
      />
      <span>/ {pages === 0 ? '—' : pages}</span>
    </span>
  );
}

/** Ways out of the viewer; the link is a plain one and needs no script. */
export interface Taking {
  href: string;
  print: (() => void) | null;
}

function Ways({ taking }: { taking: Taking }): ReactElement {
  const text = useText();
  return (
    <>
      {taking.print === null ? null : (
        <Tool icon="print" label={text.pdf.print} disabled={false} act={taking.print} />
      )}
      <a
        className="pdf-tool"
        href={taking.href}
        target="_blank"
        rel="noreferrer"
        aria-label={text.pdf.ownViewer}
        title={text.pdf.ownViewer}
      >
        <Icon name="out" size={17} />
      </a>
    </>
  );
}

export interface ToolbarState {
  pages: number;
  page: number;
  scale: number;
  controls: PdfControls | null;
}

export function PdfToolbar({
  shown,
  taking = null,
}: {
  shown: ToolbarState;
  taking?: Taking | null;
}): ReactElement {
  const text = useText();
  const { controls, page, pages } = shown;
  const closed = controls === null;
  return (
    <div className="pdf-bar" role="toolbar" aria-label={text.pdf.toolbar}>
      <Tool
        icon="left"
        label={text.pdf.previous}
        disabled={closed || page <= 1}
        act={() => controls?.goTo(page - 1)}
      />
      <PageBox page={page} pages={pages} goTo={(wanted) => controls?.goTo(wanted)} />
      <Tool
        icon="right"
        label={text.pdf.next}
        disabled={closed || page >= pages}
        act={() => controls?.goTo(page + 1)}
      />
      <span className="pdf-gap" />
      <Tool icon="minus" label={text.pdf.smaller} disabled={closed} act={() => controls?.zoom(1 / 1.2)} />
      <span className="pdf-scale">{Math.round(shown.scale * 100)}%</span>
      <Tool icon="plus" label={text.pdf.larger} disabled={closed} act={() => controls?.zoom(1.2)} />
      <Tool icon="fit" label={text.pdf.fitWidth} disabled={closed} act={() => controls?.fitWidth()} />
      {taking === null ? null : <Ways taking={taking} />}
    </div>
  );
}
