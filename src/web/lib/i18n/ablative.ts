// Kazakh "more than n" puts n into the ablative: 127-ден астам. The ending follows the last word of the number as it is
// spoken: its vowels (front or back) and its last sound (nasal, voiceless, any other).

const ones = ['', 'ден', 'ден', 'тен', 'тен', 'тен', 'дан', 'ден', 'ден', 'дан']; // бір екі үш төрт бес алты жеті сегіз тоғыз
const tens = ['', 'нан', 'дан', 'дан', 'тан', 'ден', 'тан', 'тен', 'нен', 'нан']; // он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан
const powers: [size: number, ending: string][] = [
  [100, 'ден'], // жүз
  [1e3, 'нан'], // мың
  [1e6, 'нан'], // миллион
  [1e9, 'тан'], // миллиард
  [1e12, 'нан'], // триллион
];

/** The ending alone, without its hyphen. @param n a whole number, 0 or more */
export function ablativeOfNumber(n: number): string {
  if (n === 0) return 'ден'; // нөл
  if (n % 10) return ones[n % 10]!;
  if (n % 100) return tens[(n % 100) / 10]!;
  return powers.findLast(([size]) => n % size === 0)![1];
}
