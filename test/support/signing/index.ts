export { certify, type Holder, type Holding, pemOf, revocationList } from './authority';
export { appended, type Signing, signPdf } from './signed-pdf';
