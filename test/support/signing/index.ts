export { certify, type Holder, type Holding, pemOf } from './authority';
export { appended, type Signing, signPdf } from './signed-pdf';
