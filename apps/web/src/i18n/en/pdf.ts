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
  failed: 'The PDF could not be opened',
};
