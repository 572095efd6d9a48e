import { type Dictionary } from '../vi/index';

export const pdf: Dictionary['pdf'] = {
  toolbar: 'PDF page controls',
  page: 'Page',
  previous: 'Previous page',
  next: 'Next page',
  smaller: 'Zoom out',
  larger: 'Zoom in',
  fitWidth: 'Fit width',
  loading: (percent) => (percent > 0 ? `Loading the PDF… ${String(percent)}%` : 'Loading the PDF…'),
  print: 'Print (stamped copy)',
  ownViewer: 'Open in the viewer of this machine',
  marks: {
    superseded: 'SUPERSEDED – DO NOT USE',
    withdrawn: 'WITHDRAWN – DO NOT USE',
    scheduled: 'NOT YET IN FORCE',
  },
  failed: 'The PDF could not be opened',
};
