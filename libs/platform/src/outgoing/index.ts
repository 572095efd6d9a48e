export { isPublicAddress } from './addresses';
export { type OutgoingAnswer, OutgoingHttp, OutgoingRefused } from './outgoing-http';
