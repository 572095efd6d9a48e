import 'pdfjs-dist/legacy/web/pdf_viewer.css';
import './pdf-viewer.css';
import { type CSSProperties, type ReactElement, useEffect, useRef, useState } from 'react';
import { parseProblem } from '~/api/problem';
import { useText } from '~/app/preferences';
import { ProblemNotice } from '~/ui/problem-notice';
import { openPdf, type OpenPdf, type PdfControls, type PdfSource, showPdf } from './engine';
import { PdfToolbar, type Taking } from './pdf-toolbar';

interface Shown {
  pages: number;
  page: number;
  scale: number;
  controls: PdfControls | null;
}

const NOTHING: Shown = { pages: 0, page: 1, scale: 1, controls: null };

function problemOf(error: unknown): unknown {
  if (error instanceof Error && 'status' in error && typeof error.status === 'number') {
    return parseProblem(error.status, '', null);
  }
  return error;
}

interface Opening {
  shown: Shown;
  loaded: number;
  error: unknown;
}

interface Opened {
  source: PdfSource;
  attempt: number;
  firstPage: number;
}

function usePdf(
  { source, attempt, firstPage }: Opened,
  place: React.RefObject<HTMLDivElement | null>,
): Opening {
  const [shown, setShown] = useState<Shown>(NOTHING);
  const [loaded, setLoaded] = useState(0);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let open: OpenPdf | null = null;
    let controls: PdfControls | null = null;
    let left = false;
    const begin = async (container: HTMLDivElement): Promise<void> => {
      open = await openPdf(source);
      open.task.onProgress = ({ loaded: bytes, total }: { loaded: number; total: number }) => {
        if (total > 0) setLoaded(Math.min(100, Math.round((bytes / total) * 100)));
      };
      const pdf = await open.ready;
      if (left) return;
      controls = await showPdf(container, pdf, {
        firstPage,
        onPage: (page) => setShown((before) => ({ ...before, page })),
        onScale: (scale) => setShown((before) => ({ ...before, scale })),
      });
      setShown((before) => ({ ...before, pages: pdf.numPages, controls }));
    };
    setShown(NOTHING);
    setError(null);
    if (place.current !== null) {
      begin(place.current).catch((failure: unknown) => {
        if (!left) setError(problemOf(failure));
      });
    }
    return () => {
      left = true;
      controls?.close();
      void open?.task.destroy();
    };
  }, [source, attempt, firstPage, place]);
  return { shown, loaded, error };
}

interface PdfViewerProps {
  source: PdfSource;
  title: string;
  firstPage?: number;
  /** A page asked for from outside; a new object asks again. */
  goTo?: { page: number } | null;
  /** Lies over every page, of what is not to be worked by. */
  mark?: string | null;
  /** Ways out: own viewer, print. */
  taking?: Taking | null;
}

/** Reads a PDF in place: page by page, with its text selectable. */
export function PdfViewer({
  source,
  title,
  firstPage = 1,
  goTo = null,
  mark = null,
  taking = null,
}: PdfViewerProps): ReactElement {
  const text = useText();
  const [attempt, setAttempt] = useState(0);
  const place = useRef<HTMLDivElement>(null);
  const { shown, loaded, error } = usePdf({ source, attempt, firstPage }, place);
  const failed = error !== null;
  useEffect(() => {
    if (goTo !== null) shown.controls?.goTo(goTo.page);
  }, [goTo, shown.controls]);
  return (
    <section
      className={mark === null ? 'pdf' : 'pdf pdf-marked'}
      aria-label={title}
      style={mark === null ? undefined : ({ '--pdf-mark': JSON.stringify(mark) } as CSSProperties)}
    >
      <PdfToolbar shown={shown} taking={taking} />
      {failed ? (
        <ProblemNotice
          error={error}
          title={text.pdf.failed}
          retry={() => setAttempt((before) => before + 1)}
        />
      ) : null}
      {!failed && shown.pages === 0 ? (
        <p className="pdf-loading" role="status">
          {text.pdf.loading(loaded)}
        </p>
      ) : null}
      <div className="pdf-frame">
        <div ref={place} className="pdf-scroll" tabIndex={0} hidden={failed}>
          <div className="pdfViewer" />
        </div>
      </div>
    </section>
  );
}
