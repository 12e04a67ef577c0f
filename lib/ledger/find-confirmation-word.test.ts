import { describe, expect, it } from 'vitest';
import { wordInAddress, wordInText } from './find-confirmation-word';

const site = 'https://www.lichtdach.example';

describe('wordInAddress', () => {
  it.each([
    '/danke/',
    '/vielen-dank',
    '/thank-you',
    '/thankyou.html',
    '/thankYou',
    '/kontakt/?status=danke',
    '/kontakt/?success=1',
    '/kontakt/#danke',
    '/#/thank-you',
    '/gracias',
    '/merci.php',
    '/obrigado',
    '/grazie',
    '/bedankt',
    '/dziekujemy',
    '/tesekkurler',
    '/%D1%81%D0%BF%D0%B0%D1%81%D0%B8%D0%B1%D0%BE',
    '/お問い合わせ送信完了ページ',
    '/%E6%8F%90%E4%BA%A4%E6%88%90%E5%8A%9F',
    '/หน้าขอบคุณค่ะ',
    '/감사합니다',
    '/شكرا',
    '/תודה',
    '/ďakujeme',
  ])('finds one in %s', (path) => {
    expect(wordInAddress(site + path)).not.toBeNull();
  });

  it.each([
    '/',
    '/success-stories/',
    '/customer-success/',
    '/erfolgsgeschichten/',
    '/gedanken/',
    '/tackle/',
    '/thanksgiving-rabatt/',
    '/login?redirect=/thank-you',
    '/login?weiter=%2Fthank-you',
    '/login?zurueck=https%3A%2F%2Fa.example%2Fdanke',
    '/suche?q=danke',
    '/?utm_campaign=thank-you',
    '/kontakt/?success=0',
    '/kontakt/?success=false',
    '/aktaken/',
    '/%',
    '/%E6%8F',
  ])('finds none in %s', (path) => {
    expect(wordInAddress(site + path)).toBeNull();
  });

  it('says nothing of what is no address', () => {
    expect(wordInAddress('danke')).toBeNull();
  });

  it('is done at once with a long address', () => {
    expect(wordInAddress(`${site}/${'danken-thankyo-'.repeat(30_000)}`)).toBeNull();
  });
});

describe('wordInText', () => {
  it.each([
    'Vielen Dank für Ihre Anfrage',
    'Thank you!',
    'Merci',
    'お問い合わせありがとうございます',
    'Tack för ditt meddelande',
  ])('finds one in “%s”', (text) => {
    expect(wordInText(text)).not.toBeNull();
  });

  it.each(['Angebot anfordern', 'Our success', 'Customer success', 'Thanks to our partners', 'Gedankenlos', '', undefined])(
    'finds none in “%s”',
    (text) => {
      expect(wordInText(text)).toBeNull();
    },
  );
});
