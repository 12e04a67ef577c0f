import { describe, expect, it } from 'vitest';
import { sampleHost } from '../../test/helpers/sample-panel';
import { sampleSession } from '../../test/helpers/sample-session';
import type { PanelActions } from '../host';
import { createActions } from './create-actions';

const fail = (): never => {
  throw new Error('the disk is full');
};

describe('actions', () => {
  it('pause what records and resume what is paused', async () => {
    const host = sampleHost();
    const actions = createActions(host);
    await actions.toggleRecording();
    host.state.value = { ...host.state.value, recording: 'paused' };
    await actions.toggleRecording();
    expect(host.done).toEqual(['pause', 'resume']);
  });

  it('lock what follows and let go what is locked', async () => {
    const host = sampleHost(sampleSession(), { tab: { id: 1, url: 'https://a.example/', locked: true } });
    await createActions(host).toggleLock();
    expect(host.done).toEqual(['unlock']);
  });

  it('clear only after asking', async () => {
    const host = sampleHost();
    const actions = createActions(host);
    actions.askToClear();
    expect([actions.asking.value, host.done]).toEqual([true, []]);
    actions.keep();
    expect(host.done).toEqual([]);
    actions.askToClear();
    await actions.clear();
    expect([actions.asking.value, host.done]).toEqual([false, ['clear']]);
  });

  it.each<[string, Partial<PanelActions>]>([
    ['throws', { copy: fail }],
    ['rejects', { copy: () => Promise.reject(new Error('the disk is full')) }],
  ])('tell what went wrong when the shell %s', async (_name, broken) => {
    const actions = createActions(sampleHost(sampleSession(), {}, broken));
    expect(await actions.copy('x')).toBe(false);
    expect(actions.notice.value).toEqual({ tone: 'bad', text: 'Copying did not work: the disk is full' });
    actions.dismiss();
    expect(actions.notice.value).toBeNull();
  });

  it('say that something was copied', async () => {
    const actions = createActions(sampleHost());
    expect(await actions.copy('x')).toBe(true);
    expect(actions.notice.value).toEqual({ tone: 'ok', text: 'Copied' });
  });
});
