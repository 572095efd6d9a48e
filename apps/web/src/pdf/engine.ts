import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import type { EventBus, PDFLinkService, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { RANGE_CHUNK } from './reading';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

export type PdfSource = { url: string } | { data: ArrayBuffer };

interface Engine {
  getDocument: (source: Record<string, unknown>) => PDFDocumentLoadingTask;
  viewer: {
    EventBus: typeof EventBus;
    PDFLinkService: typeof PDFLinkService;
    PDFViewer: typeof PDFViewer;
  };
}

let engine: Promise<Engine> | null = null;

/** The legacy build carries what Chrome 109 lacks; the viewer expects to find the core in a global of that name. */
async function loadEngine(): Promise<Engine> {
  const core = await import('pdfjs-dist/legacy/build/pdf.mjs');
  Object.assign(globalThis, { pdfjsLib: core });
  core.GlobalWorkerOptions.workerSrc = workerUrl;
  const viewer = await import('pdfjs-dist/legacy/web/pdf_viewer.mjs');
  return { getDocument: core.getDocument, viewer };
}

const SUPPORT = '/assets/pdfjs/';

/** Only the pages that are looked at are fetched, by Range. */
const READING = {
  disableAutoFetch: true,
  disableStream: true,
  rangeChunkSize: RANGE_CHUNK,
  isEvalSupported: false,
  enableXfa: false,
  cMapUrl: `${SUPPORT}cmaps/`,
  cMapPacked: true,
  standardFontDataUrl: `${SUPPORT}standard_fonts/`,
  wasmUrl: `${SUPPORT}wasm/`,
  iccUrl: `${SUPPORT}iccs/`,
};

export interface OpenPdf {
  task: PDFDocumentLoadingTask;
  ready: Promise<PDFDocumentProxy>;
}

export async function openPdf(source: PdfSource): Promise<OpenPdf> {
  engine ??= loadEngine();
  const { getDocument } = await engine;
  const given =
    'url' in source ? { url: source.url, withCredentials: false } : { data: source.data.slice(0) };
  const task = getDocument({ ...given, ...READING });
  return { task, ready: task.promise };
}

export interface PdfControls {
  goTo: (page: number) => void;
  zoom: (factor: number) => void;
  fitWidth: () => void;
  close: () => void;
}

interface Watch {
  /** Shown first; out of the address, so it may be any number. */
  firstPage: number;
  onPage: (page: number) => void;
  onScale: (scale: number) => void;
}

/** Shows the pages in `container`, fitted to its width. */
export async function showPdf(
  container: HTMLDivElement,
  pdf: PDFDocumentProxy,
  watch: Watch,
): Promise<PdfControls> {
  engine ??= loadEngine();
  const { viewer: parts } = await engine;
  const eventBus = new parts.EventBus();
  const linkService = new parts.PDFLinkService({ eventBus, externalLinkTarget: 2 });
  const viewer = new parts.PDFViewer({
    container,
    eventBus,
    linkService,
    textLayerMode: 1,
    annotationMode: 1,
    removePageBorders: true,
  });
  linkService.setViewer(viewer);
  eventBus.on('pagesinit', () => {
    viewer.currentScaleValue = 'page-width';
    if (watch.firstPage > 1 && watch.firstPage <= pdf.numPages) viewer.currentPageNumber = watch.firstPage;
  });
  eventBus.on('pagechanging', ({ pageNumber }: { pageNumber: number }) => watch.onPage(pageNumber));
  eventBus.on('scalechanging', ({ scale }: { scale: number }) => watch.onScale(scale));
  viewer.setDocument(pdf);
  linkService.setDocument(pdf, null);
  const refit = new ResizeObserver(() => {
    const seen = container.clientWidth > 100 && container.clientHeight > 100;
    if (seen && viewer.currentScaleValue === 'page-width') viewer.currentScaleValue = 'page-width';
  });
  refit.observe(container);
  return {
    goTo: (page) => {
      viewer.currentPageNumber = Math.min(Math.max(1, page), pdf.numPages);
    },
    zoom: (factor) => {
      viewer.currentScale = Math.min(4, Math.max(0.3, viewer.currentScale * factor));
    },
    fitWidth: () => {
      viewer.currentScaleValue = 'page-width';
    },
    close: () => {
      refit.disconnect();
      viewer.cleanup();
    },
  };
}
