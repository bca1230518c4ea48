/** An operator's name; the server numbers those who gave none of their own, in English. */
export function operatorName(name: string, t: (key: 'operatorNumber', args: { number: string }) => string): string {
  const number = /^Operator (\d+)$/.exec(name)?.[1];
  return number ? t('operatorNumber', { number }) : name;
}
