import type { RequestSignal, ResponseSignal } from '../model';
import { addTo, byTime } from './order';

/** What became of one request, redirects included. */
export interface Answer {
  /** When the status of its first hop arrived; absent when nobody saw it. */
  at?: number;
  /** The last status seen. */
  status?: number;
  /** Where the last redirect led. */
  redirectedTo?: string;
  /** The network's word, and when. */
  error?: string;
  errorAt?: number;
}

/** Answers by request id. Any order of arrival. */
export class Answers {
  private readonly byRequest = new Map<string, ResponseSignal[]>();

  push(signal: ResponseSignal): void {
    addTo(this.byRequest, signal.requestId, signal);
  }

  /** What became of a whole request, its hops in order. */
  of(request: Pick<RequestSignal, 'requestId'>): Answer {
    return fold(this.all(request.requestId));
  }

  /** What became of one hop. */
  ofHop(request: Pick<RequestSignal, 'requestId' | 'hop'>): Answer {
    return fold(this.all(request.requestId).filter((one) => one.hop === request.hop));
  }

  private all(requestId: string): ResponseSignal[] {
    return [...(this.byRequest.get(requestId) ?? [])].sort((a, b) => a.hop - b.hop || byTime(a, b));
  }
}

function fold(responses: readonly ResponseSignal[]): Answer {
  const answer: Answer = {};
  for (const one of responses) {
    if (one.phase === 'error') {
      answer.error = one.error ?? 'unknown error';
      answer.errorAt = one.at;
      continue;
    }
    answer.at = Math.min(answer.at ?? one.at, one.at);
    if (one.status !== undefined) answer.status = one.status;
    if (one.redirectUrl !== undefined) answer.redirectedTo = one.redirectUrl;
  }
  return answer;
}
