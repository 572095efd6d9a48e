/** Where the public site stands; QR codes lead there. */
export class PortalAddress {
  constructor(readonly url: string) {}
}
