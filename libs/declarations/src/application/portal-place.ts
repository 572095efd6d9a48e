/** Where the public site stands, for the QR codes of papers made by the worker. */
export class PortalPlace {
  constructor(readonly url: string) {}
}
