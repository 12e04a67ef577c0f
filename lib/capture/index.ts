export { signalsFromHar } from './har';
export { committed, fragmentChanged, historyChanged, type NavigationDetails } from './navigation';
export { createOpeners } from './openers';
export { type Arrival, type ReportBatch, readBatch, signalsFromReports } from './page';
export { createRequestMapper, type WebRequestDetails } from './web-request';
