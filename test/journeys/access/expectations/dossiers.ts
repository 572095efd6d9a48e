import { type Expectations } from './kit';

const EXPORTERS = ['head', 'agency-admin'] as const;

export const DOSSIERS: Expectations = {
  'GET /agency-exports': { may: EXPORTERS },
  'POST /agency-exports': { may: EXPORTERS, body: () => ({}), foreign: 400 },
  'GET /agency-exports/:id': {
    may: EXPORTERS,
    at: ({ agencyExport }) => `/agency-exports/${agencyExport}`,
  },
  'POST /agency-exports/:id/links': {
    may: EXPORTERS,
    at: ({ agencyExport }) => `/agency-exports/${agencyExport}/links`,
  },
  'GET /agency-exports/:id/file': {
    may: EXPORTERS,
    at: ({ agencyExport }) => `/agency-exports/${agencyExport}/file?token=none`,
    // The archive of the scene is not made yet, and only its asker may take it.
    own: (role) => (role === 'head' ? 409 : 403),
  },
  'GET /backup-runs': { may: ['installation-admin'] },
  'GET /backup-state': { may: ['installation-admin'] },
};
