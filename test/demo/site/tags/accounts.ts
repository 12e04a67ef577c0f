/** Accounts of the invented business. */
export const accounts = {
  meta: '731904458812067',
  ga4: 'G-ALD3RBR00K',
  ads: 'AW-604417725',
  adsLabel: 'q7RkCJ3M5vYaEP2xmqAC',
  tiktok: 'CALDERBROOK0HEATPUMP',
  linkedin: '6120384',
  linkedinConversion: '20417713',
} as const;

/** What a lead is worth to them. */
export const leadValue = { value: 60, currency: 'GBP' } as const;
