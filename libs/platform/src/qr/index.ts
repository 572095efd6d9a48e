export { qrMatrix, type QrMatrix, qrRuns, qrSvg } from './qr';
