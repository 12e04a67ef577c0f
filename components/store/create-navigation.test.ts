import { describe, expect, it } from 'vitest';
import { createNavigation } from './create-navigation';
import type { Ref } from './lookup';

const fire: Ref = { kind: 'fire', id: 'f1' };
const page: Ref = { kind: 'page', id: 'p1' };

describe('navigation', () => {
  it('goes from evidence to evidence and back the same way', () => {
    const navigation = createNavigation();
    navigation.show(fire);
    navigation.show(page);
    navigation.back();
    expect(navigation.open.value).toEqual(fire);
    navigation.back();
    expect(navigation.open.value).toBeNull();
  });

  it('opens one thing once', () => {
    const navigation = createNavigation();
    navigation.show(fire);
    navigation.show({ ...fire });
    navigation.back();
    expect(navigation.open.value).toBeNull();
  });

  it('keeps no trail while stepping through a list', () => {
    const navigation = createNavigation();
    navigation.show(fire);
    navigation.replace(page);
    navigation.back();
    expect(navigation.open.value).toBeNull();
  });

  it('closes what is open when another view is chosen', () => {
    const navigation = createNavigation();
    navigation.show(fire);
    navigation.go('data');
    expect([navigation.tab.value, navigation.open.value]).toEqual(['data', null]);
  });
});
