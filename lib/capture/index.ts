export { signalsFromHar } from './har';
export { committed, fragmentChanged, historyChanged, type NavigationDetails } from './navigation';
export { type ReportBatch, readBatch, signalsFromReports } from './page';
export { createRequestMapper, type WebRequestDetails } from './web-request';
