import { expect, it } from 'vitest';
import { analyse } from '../../lib/analyse';
import { emptySettings } from '../../lib/model';
import { read } from './source-files';

it('a session names the version of the package it was made with', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  expect(analyse([], emptySettings).tool).toEqual({ name: 'tagwitness', version });
  expect(read('CHANGELOG.md')).toContain(`## ${version}`);
});
